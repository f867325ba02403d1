import { DurableObject } from "cloudflare:workers";
import type { Env } from "#env.ts";
import { AppError, toAppError } from "#errors.ts";
import type { KeyId, OrgId } from "#ids.ts";
import { toErrorResponse } from "#lib/error-response.ts";
import { log } from "#lib/log.ts";
import type { Actor } from "./audit/audit-entry.ts";
import { type ListAudit, listAudit } from "./audit/list-audit.ts";
import { recordRefusal } from "./audit/record-refusal.ts";
import { verifyAudit } from "./audit/verify-audit.ts";
import { type Connect, connect } from "./connections/connect.ts";
import { authenticate } from "./keys/authenticate.ts";
import { type CreateKey, createKey } from "./keys/create-key.ts";
import { deleteKey } from "./keys/delete-key.ts";
import { listKeys } from "./keys/list-keys.ts";
import { regenerateKey } from "./keys/regenerate-key.ts";
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

  regenerateKey(actor: Actor, id: KeyId) {
    return this.#change(actor, "keys/regenerate", (rooms) => regenerateKey(rooms, actor, id));
  }

  deleteKey(actor: Actor, id: KeyId) {
    return this.#change(actor, "keys/delete", (rooms) => deleteKey(rooms, actor, id));
  }

  connectAccount(actor: Actor, input: Connect) {
    return this.#change(actor, "connections/connect", (rooms) => connect(rooms, actor, input));
  }

  listAudit(input: ListAudit) {
    return this.#answer((rooms) => listAudit(this.ctx.storage.sql, rooms, input));
  }

  verifyAudit() {
    return this.#answer(() => verifyAudit(this.ctx.storage.sql));
  }

  identify(key: string) {
    return this.#answer(async (rooms) => {
      const caller = await authenticate(rooms, { key, surface: "rest" });
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
    return task(open);
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
