import { DurableObject } from "cloudflare:workers";
import type { Env } from "#env.ts";
import { AppError, toAppError } from "#errors.ts";
import type { KeyId, OrgId } from "#ids.ts";
import { toErrorResponse } from "#lib/error-response.ts";
import { log } from "#lib/log.ts";
import type { By } from "./audit/audit-entry.ts";
import { type ExportAudit, exportAudit } from "./audit/export-audit.ts";
import { type ListAudit, listAudit } from "./audit/list-audit.ts";
import { type PruneAudit, pruneAudit } from "./audit/prune-audit.ts";
import { isHeadDue, publishAuditHead } from "./audit/publish-audit-head.ts";
import { recordRefusal } from "./audit/record-refusal.ts";
import { type VerifyAudit, verifyAudit } from "./audit/verify-audit.ts";
import { type Connect, connect } from "./connections/connect.ts";
import { type Disconnect, disconnect } from "./connections/disconnect.ts";
import { listConnections } from "./connections/list-connections.ts";
import { type RotateCredential, rotateCredential } from "./connections/rotate-credential.ts";
import { type ShareConnection, shareConnection } from "./connections/share-connection.ts";
import { type TestConnection, testConnection } from "./connections/test-connection.ts";
import { type UpdateConnection, updateConnection } from "./connections/update-connection.ts";
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
import { provision } from "./provision.ts";
import { type Result, toResult } from "./result.ts";
import { findRooms, type Ports, type Rooms } from "./rooms.ts";
import { callToolWithKey, type KeyedCall } from "./tools/call-tool-with-key.ts";

/** Everything one tenant owns. Each method is one line into the room that does the work. */
export abstract class OrganizationObject extends DurableObject<Env> {
  #opened: { rooms: Promise<Rooms | null>; ports: Ports } | null = null;

  #publishing = false;

  /** Where the world outside comes in; the entry file says what it is. */
  protected abstract createPorts(): Ports;

  override async fetch(request: Request): Promise<Response> {
    try {
      return await this.#enter((rooms) => serveMcp(rooms, request));
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === "internal") log.error("mcp.failed", thrown);
      return toErrorResponse(error, this.#open().ports.apiUrl);
    }
  }

  /** Safe to repeat; the first call creates the object's database. */
  provision(id: OrgId, entitlement: Entitlement) {
    const { ports } = this.#open();
    this.#opened = null;
    return toResult(ports.apiUrl, async () => {
      await ports.clock.follow();
      await provision(this.ctx.storage, id, entitlement, ports.clock.now());
    });
  }

  setEntitlement(entitlement: Entitlement) {
    return this.#answer((rooms) => setEntitlement(this.ctx.storage, rooms, entitlement));
  }

  createKey(by: By, input: CreateKey) {
    return this.#change(by, "keys/create", (rooms) => createKey(rooms, by, input));
  }

  listKeys() {
    return this.#answer(listKeys);
  }

  updateKey(by: By, id: KeyId, input: UpdateKey) {
    return this.#change(by, "keys/update", (rooms) => updateKey(rooms, by, id, input));
  }

  regenerateKey(by: By, id: KeyId, input: RegenerateKey = {}) {
    return this.#change(by, "keys/regenerate", (rooms) => regenerateKey(rooms, by, id, input));
  }

  deleteKey(by: By, id: KeyId) {
    return this.#change(by, "keys/delete", (rooms) => deleteKey(rooms, by, id));
  }

  revokeKeysOfMember(by: By, input: RevokeKeysOfMember) {
    return this.#change(by, "keys/revoke_of_member", (rooms) => revokeKeysOfMember(rooms, by, input));
  }

  connectAccount(by: By, input: Connect) {
    return this.#change(by, "connections/connect", (rooms) => connect(rooms, by, input));
  }

  listConnections() {
    return this.#answer(listConnections);
  }

  updateConnection(by: By, input: UpdateConnection) {
    return this.#change(by, "connections/update", (rooms) => updateConnection(rooms, by, input));
  }

  rotateCredential(by: By, input: RotateCredential) {
    return this.#change(by, "connections/rotate", (rooms) => rotateCredential(rooms, by, input));
  }

  shareConnection(by: By, input: ShareConnection) {
    return this.#change(by, "connections/share", (rooms) => shareConnection(rooms, by, input));
  }

  testConnection(by: By, input: TestConnection) {
    return this.#change(by, "connections/test", (rooms) => testConnection(rooms, by, input));
  }

  disconnect(by: By, input: Disconnect) {
    return this.#change(by, "connections/disconnect", (rooms) => disconnect(rooms, by, input));
  }

  listAudit(input: ListAudit) {
    return this.#answer((rooms) => listAudit(this.ctx.storage.sql, rooms, input));
  }

  exportAudit(by: By, input: ExportAudit) {
    return this.#change(by, "audit/export", (rooms) => exportAudit(this.ctx.storage.sql, rooms, by, input));
  }

  verifyAudit(input: VerifyAudit = {}) {
    return this.#answer((rooms) => verifyAudit(this.ctx.storage.sql, rooms, input));
  }

  pruneAudit(input: PruneAudit) {
    return this.#change({ actor: "system" }, "audit/prune", (rooms) =>
      pruneAudit(this.ctx.storage.sql, rooms, input),
    );
  }

  publishAuditHead() {
    return this.#answer((rooms) => publishAuditHead(this.ctx.storage.sql, rooms));
  }

  identify(key: string, ip?: string) {
    return this.#answer(async (rooms) => {
      const caller = await authenticate(rooms, { key, surface: "rest", ip });
      return { id: rooms.id, ...caller };
    });
  }

  callTool(call: KeyedCall) {
    return this.#answer((rooms) => callToolWithKey(rooms, call));
  }

  #change<Value>(by: By, action: string, task: (rooms: Rooms) => Value | Promise<Value>) {
    const attempt = { ...by, action, surface: "internal" } as const;
    return this.#answer((rooms) => recordRefusal(rooms, attempt, () => task(rooms)));
  }

  #answer<Value>(task: (rooms: Rooms) => Value | Promise<Value>): Promise<Result<Value>> {
    return toResult(this.#open().ports.apiUrl, () => this.#enter(task));
  }

  async #enter<Value>(task: (rooms: Rooms) => Value | Promise<Value>): Promise<Value> {
    const { ports, rooms } = this.#open();
    await ports.clock.follow();
    const open = await rooms;
    if (open === null) throw new AppError("invalid_key");
    this.#publishAuditHead(open);
    return task(open);
  }

  /** Beside the call, not before it: an object that is used publishes its head now and then, one that sleeps has no need. */
  #publishAuditHead(rooms: Rooms): void {
    if (this.#publishing || !isHeadDue(rooms)) return;
    this.#publishing = true;
    const publishing = publishAuditHead(this.ctx.storage.sql, rooms)
      .catch((error: unknown) => log.error("audit.head-not-published", error, { organization: rooms.id }))
      .finally(() => {
        this.#publishing = false;
      });
    this.ctx.waitUntil(publishing);
  }

  /** Opened once while awake. A failure to open is forgotten, so that the next request tries again. */
  #open() {
    if (this.#opened !== null) return this.#opened;
    const ports = this.createPorts();
    const rooms = findRooms(this.ctx.storage, ports);
    rooms.catch(() => {
      this.#opened = null;
    });
    this.#opened = { rooms, ports };
    return this.#opened;
  }
}
