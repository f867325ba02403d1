import { AppError, toAppError } from "#errors.ts";
import type { KeyId, OrgId } from "#ids.ts";
import { toMcpErrorResponse } from "#lib/error-response.ts";
import type { Lane } from "#lib/fair-queue.ts";
import { log } from "#lib/log.ts";
import type { By } from "./audit/audit-entry.ts";
import { type ExportAudit, exportAudit } from "./audit/export-audit.ts";
import { type ListAudit, listAudit } from "./audit/list-audit.ts";
import { type PruneAudit, pruneAudit } from "./audit/prune-audit.ts";
import { publishAuditHead } from "./audit/publish-audit-head.ts";
import { type VerifyAudit, verifyAudit } from "./audit/verify-audit.ts";
import { ClientObject } from "./client-object.ts";
import { type Connect, connect } from "./connections/connect.ts";
import { countListings } from "./connections/count-listings.ts";
import { type Disconnect, disconnect } from "./connections/disconnect.ts";
import { listConnections } from "./connections/list-connections.ts";
import { type ListDependents, listDependents } from "./connections/list-dependents.ts";
import { type RotateCredential, rotateCredential } from "./connections/rotate-credential.ts";
import { type ShareConnection, shareConnection } from "./connections/share-connection.ts";
import { type TestConnection, testConnection } from "./connections/test-connection.ts";
import { type UpdateConnection, updateConnection } from "./connections/update-connection.ts";
import { exportOrganization } from "./export-organization.ts";
import { TOKEN_PATH } from "./grants/authorization-server.ts";
import { handleTokenRequest, toTokenError } from "./grants/handle-token-request.ts";
import { authenticate } from "./keys/authenticate.ts";
import { type CreateKey, createKey } from "./keys/create-key.ts";
import { deleteKey } from "./keys/delete-key.ts";
import { listKeys } from "./keys/list-keys.ts";
import { type RegenerateKey, regenerateKey } from "./keys/regenerate-key.ts";
import { type RevokeKeysOfMember, revokeKeysOfMember } from "./keys/revoke-keys-of-member.ts";
import { type UpdateKey, updateKey } from "./keys/update-key.ts";
import type { Entitlement } from "./limits/entitlement.ts";
import { setEntitlement } from "./limits/set-entitlement.ts";
import { serveMcp } from "./mcp/serve-mcp.ts";
import { Policy } from "./policy/policy.ts";
import { type RecordChange, recordChange } from "./policy/record-change.ts";
import { type RecordEvent, recordEvent } from "./policy/record-event.ts";
import { provision } from "./provision.ts";
import { toResult } from "./result.ts";
import { callToolWithKey, type KeyedCall } from "./tools/call-tool-with-key.ts";

import { receiveWebhook, type WebhookRequest } from "./webhooks/receive-webhook.ts";

/** Everything one tenant owns. Each method is one line into the room that does the work. */
export abstract class OrganizationObject extends ClientObject {
  /** What the edge hands over: a request to the MCP endpoint, or one for tokens. */
  override async fetch(request: Request): Promise<Response> {
    const isForTokens = new URL(request.url).pathname === TOKEN_PATH;
    const serve = isForTokens ? handleTokenRequest : serveMcp;
    try {
      return await this.entrance.enter((rooms) => serve(rooms, request));
    } catch (thrown) {
      const error = toRefusal(thrown, request);
      if (error.code === "internal") log.error("mcp.failed", thrown);
      if (isForTokens) return toTokenError(error.code);
      return toMcpErrorResponse(error, this.entrance.ports.apiUrl);
    }
  }

  override alarm(): Promise<void> {
    return this.entrance.alarm();
  }

  /** Safe to repeat; the first call creates the object's database. */
  provision(id: OrgId, entitlement: Entitlement) {
    const { ports } = this.entrance;
    return toResult(ports.apiUrl, async () => {
      await ports.clock.follow();
      await provision(this.ctx.storage, ports, id, entitlement);
      await this.entrance.reopen();
    });
  }

  /** For good. It asks for no data key: that one is destroyed before. */
  erase(): Promise<void> {
    return this.entrance.erase();
  }

  setEntitlement(entitlement: Entitlement) {
    return this.answer((rooms) => setEntitlement(this.ctx.storage, rooms, entitlement));
  }

  getEntitlement() {
    return this.answer(({ entitlement }) => entitlement);
  }

  setPolicy(policy: Policy) {
    return this.answer(({ membership, ports }) => membership.take(Policy.parse(policy), ports.clock.now()));
  }

  recordChange(by: By, input: RecordChange) {
    return this.answer((rooms) => recordChange(rooms, by, input));
  }

  recordEvent(by: By, input: RecordEvent) {
    return this.answer((rooms) => recordEvent(rooms, by, input));
  }

  createKey(by: By, input: CreateKey) {
    return this.change(by, "keys/create", (rooms) => createKey(rooms, by, input));
  }

  listKeys() {
    return this.answer(listKeys);
  }

  updateKey(by: By, id: KeyId, input: UpdateKey) {
    return this.change(by, "keys/update", (rooms) => updateKey(rooms, by, id, input));
  }

  regenerateKey(by: By, id: KeyId, input: RegenerateKey = {}) {
    return this.change(by, "keys/regenerate", (rooms) => regenerateKey(rooms, by, id, input));
  }

  deleteKey(by: By, id: KeyId) {
    return this.change(by, "keys/delete", (rooms) => deleteKey(rooms, by, id));
  }

  revokeKeysOfMember(by: By, input: RevokeKeysOfMember) {
    return this.change(by, "keys/revoke_of_member", (rooms) => revokeKeysOfMember(rooms, by, input));
  }

  connectAccount(by: By, input: Connect) {
    return this.change(by, "connections/connect", (rooms) => connect(rooms, by, input));
  }

  listConnections() {
    return this.answer(listConnections);
  }

  listDependents(input: ListDependents) {
    return this.answer((rooms) => listDependents(rooms, input));
  }

  updateConnection(by: By, input: UpdateConnection) {
    return this.change(by, "connections/update", (rooms) => updateConnection(rooms, by, input));
  }

  rotateCredential(by: By, input: RotateCredential) {
    return this.change(by, "connections/rotate", (rooms) => rotateCredential(rooms, by, input));
  }

  shareConnection(by: By, input: ShareConnection) {
    return this.change(by, "connections/share", (rooms) => shareConnection(rooms, by, input));
  }

  testConnection(by: By, input: TestConnection) {
    return this.change(by, "connections/test", (rooms) => testConnection(rooms, by, input));
  }

  countListings(lane: Lane) {
    return this.answer((rooms) => countListings(rooms, lane));
  }

  disconnect(by: By, input: Disconnect) {
    return this.change(by, "connections/disconnect", (rooms) => disconnect(rooms, by, input));
  }

  exportOrganization(by: By) {
    return this.change(by, "organization/export", (rooms) =>
      exportOrganization(this.ctx.storage.sql, rooms, by),
    );
  }

  listAudit(input: ListAudit) {
    return this.answer((rooms) => listAudit(this.ctx.storage.sql, rooms, input));
  }

  exportAudit(by: By, input: ExportAudit) {
    return this.change(by, "audit/export", (rooms) => exportAudit(this.ctx.storage.sql, rooms, by, input));
  }

  verifyAudit(input: VerifyAudit = {}) {
    return this.answer((rooms) => verifyAudit(this.ctx.storage.sql, rooms, input));
  }

  pruneAudit(input: PruneAudit) {
    return this.change({ actor: "system" }, "audit/prune", (rooms) =>
      pruneAudit(this.ctx.storage.sql, rooms, input),
    );
  }

  publishAuditHead() {
    return this.answer((rooms) => publishAuditHead(this.ctx.storage.sql, rooms));
  }

  identify(key: string, ip?: string) {
    return this.answer(async (rooms) => {
      const caller = await authenticate(rooms, { key, surface: "rest", ip });
      return { id: rooms.id, ...caller };
    });
  }

  receiveWebhook(request: WebhookRequest) {
    return this.answer((rooms) => receiveWebhook(rooms, request));
  }

  callTool(call: KeyedCall) {
    return this.answer((rooms) => callToolWithKey(rooms, call));
  }
}

/** Where nothing is, nobody has read what came as a credential. */
function toRefusal(thrown: unknown, { headers }: Request): AppError {
  const error = toAppError(thrown);
  const isToken = error.code === "invalid_key" && !headers.has("x-api-key");
  return isToken ? new AppError("invalid_access_token") : error;
}
