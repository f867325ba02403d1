import { DurableObject } from "cloudflare:workers";
import type { Env } from "#env.ts";
import { AppError, toAppError } from "#errors.ts";
import type { KeyId, OrgId } from "#ids.ts";
import { toErrorResponse } from "#lib/error-response.ts";
import { log } from "#lib/log.ts";
import type { Actor } from "./audit/audit-entry.ts";
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

  createKey(actor: Actor, input: CreateKey) {
    return this.#change(actor, "keys/create", (rooms) => createKey(rooms, actor, input));
  }

  listKeys() {
    return this.#answer(listKeys);
  }

  updateKey(actor: Actor, id: KeyId, input: UpdateKey) {
    return this.#change(actor, "keys/update", (rooms) => updateKey(rooms, actor, id, input));
  }

  regenerateKey(actor: Actor, id: KeyId, input: RegenerateKey = {}) {
    return this.#change(actor, "keys/regenerate", (rooms) => regenerateKey(rooms, actor, id, input));
  }

  deleteKey(actor: Actor, id: KeyId) {
    return this.#change(actor, "keys/delete", (rooms) => deleteKey(rooms, actor, id));
  }

  revokeKeysOfMember(actor: Actor, input: RevokeKeysOfMember) {
    return this.#change(actor, "keys/revoke_of_member", (rooms) => revokeKeysOfMember(rooms, actor, input));
  }

  connectAccount(actor: Actor, input: Connect) {
    return this.#change(actor, "connections/connect", (rooms) => connect(rooms, actor, input));
  }

  listConnections() {
    return this.#answer(listConnections);
  }

  updateConnection(actor: Actor, input: UpdateConnection) {
    return this.#change(actor, "connections/update", (rooms) => updateConnection(rooms, actor, input));
  }

  rotateCredential(actor: Actor, input: RotateCredential) {
    return this.#change(actor, "connections/rotate", (rooms) => rotateCredential(rooms, actor, input));
  }

  shareConnection(actor: Actor, input: ShareConnection) {
    return this.#change(actor, "connections/share", (rooms) => shareConnection(rooms, actor, input));
  }

  testConnection(actor: Actor, input: TestConnection) {
    return this.#change(actor, "connections/test", (rooms) => testConnection(rooms, actor, input));
  }

  disconnect(actor: Actor, input: Disconnect) {
    return this.#change(actor, "connections/disconnect", (rooms) => disconnect(rooms, actor, input));
  }

  listAudit(input: ListAudit) {
    return this.#answer((rooms) => listAudit(this.ctx.storage.sql, rooms, input));
  }

  exportAudit(actor: Actor, input: ExportAudit) {
    return this.#change(actor, "audit/export", (rooms) =>
      exportAudit(this.ctx.storage.sql, rooms, actor, input),
    );
  }

  verifyAudit(input: VerifyAudit = {}) {
    return this.#answer((rooms) => verifyAudit(this.ctx.storage.sql, rooms, input));
  }

  pruneAudit(input: PruneAudit) {
    return this.#change("system", "audit/prune", (rooms) => pruneAudit(this.ctx.storage.sql, rooms, input));
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

  #change<Value>(actor: Actor, action: string, task: (rooms: Rooms) => Value | Promise<Value>) {
    const attempt = { actor, action, surface: "internal" } as const;
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
