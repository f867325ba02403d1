import { createHmac } from "node:crypto";
import { and, asc, count, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { JsonObject } from "#connectors/define-write-tool.ts";
import type { ErrorCode } from "#errors.ts";
import type { ChangeId, CredentialId } from "#ids.ts";
import { toCanonicalJson } from "#lib/canonical-json.ts";
import { decryptText, encryptText } from "#lib/encryption.ts";
import { type Database, openDatabase } from "../rooms.ts";
import { changeItems, changes } from "../schema/index.ts";
import {
  type ChangeRow,
  Details,
  Fields,
  type Item,
  ItemData,
  type ItemRow,
  type PlannedStep,
} from "./stored.ts";

type ItemState = ItemRow["state"];
type NewChange = Omit<ChangeRow, "details">;
type Ending = { state: "done"; result: JsonObject } | { state: "failed"; code: ErrorCode; message: string };

interface ItemPage {
  states: ItemState[];
  limit: number;
  /** The `seq` that the page before ended with. */
  after?: number;
}

/** The organization's changes and their steps. What they carry of guests and prices is sealed here and opened nowhere else. */
export class ChangeTable {
  readonly #storage: DurableObjectStorage;
  readonly #orm: Database;
  readonly #dataKey: Uint8Array;
  /** Changes and idempotency keys that a call is busy with: whoever else finds them running leaves them to it. */
  readonly #held = new Set<string>();

  constructor(storage: DurableObjectStorage, dataKey: Uint8Array) {
    this.#storage = storage;
    this.#orm = openDatabase(storage);
    this.#dataKey = dataKey;
  }

  isHeld(name: string): boolean {
    return this.#held.has(name);
  }

  hold(name: string): { [Symbol.dispose](): void } {
    this.#held.add(name);
    return { [Symbol.dispose]: () => void this.#held.delete(name) };
  }

  /** Resolves when all that was written is durable: what is sent upstream must not be forgotten. */
  sync(): Promise<void> {
    return this.#storage.sync();
  }

  /** Keyed, so that arguments cannot be guessed from it. */
  hashArguments(args: unknown): string {
    return createHmac("sha256", this.#dataKey).update(toCanonicalJson(args)).digest("hex");
  }

  seal(change: NewChange, details: Details): ChangeRow {
    return { ...change, details: this.#seal(details, toDetailsContext(change.id)) };
  }

  insert(change: ChangeRow, steps: readonly PlannedStep[]): void {
    const { id } = change;
    this.#orm.insert(changes).values(change).run();
    for (const [seq, { item, ...data }] of steps.entries()) {
      const sealed = this.#seal(data, toContext(id, seq, "data"));
      this.#orm.insert(changeItems).values({ change: id, seq, item, state: "pending", data: sealed }).run();
    }
  }

  update({ id }: Pick<ChangeRow, "id">, change: Partial<NewChange>): void {
    this.#orm.update(changes).set(change).where(eq(changes.id, id)).run();
  }

  find(id: ChangeId): ChangeRow | null {
    return this.#orm.select().from(changes).where(eq(changes.id, id)).get() ?? null;
  }

  findByIdempotencyKey(key: CredentialId, tool: string, idempotencyKey: string): ChangeRow | null {
    const isIt = and(
      eq(changes.key, key),
      eq(changes.tool, tool),
      eq(changes.idempotencyKey, idempotencyKey),
    );
    return this.#orm.select().from(changes).where(isIt).get() ?? null;
  }

  /** Those that the schedule has to carry on, oldest first. */
  listLeft(): ChangeRow[] {
    const running = this.#orm.select().from(changes).where(eq(changes.state, "running"));
    return running
      .orderBy(asc(changes.createdAt))
      .all()
      .filter(({ id }) => !this.isHeld(id));
  }

  /** Newest first, from those before `before` on. */
  list(limit: number, before?: Pick<ChangeRow, "createdAt" | "id">): ChangeRow[] {
    const isWanted =
      before && sql`(${changes.createdAt}, ${changes.id}) < (${before.createdAt}, ${before.id})`;
    const rows = this.#orm.select().from(changes).where(isWanted);
    return rows.orderBy(desc(changes.createdAt), desc(changes.id)).limit(limit).all();
  }

  /** Every change, newest first, read as it is asked for. */
  *readAll(): Generator<ChangeRow> {
    for (
      let last: ChangeRow | undefined, rows = this.list(CHUNK);
      rows.length > 0;
      rows = this.list(CHUNK, last)
    ) {
      yield* rows;
      last = rows.at(-1);
    }
  }

  openDetails({ id, details }: ChangeRow): Details {
    return Details.parse(this.#open(details, toDetailsContext(id)));
  }

  listItems({ id }: Pick<ChangeRow, "id">, { states, limit, after = -1 }: ItemPage): Item[] {
    const isWanted = and(
      eq(changeItems.change, id),
      inArray(changeItems.state, states),
      gt(changeItems.seq, after),
    );
    const rows = this.#orm
      .select()
      .from(changeItems)
      .where(isWanted)
      .orderBy(asc(changeItems.seq))
      .limit(limit);
    return rows.all().map((row) => this.#openItem(row));
  }

  countItems({ id }: Pick<ChangeRow, "id">): Record<ItemState, number> {
    const rows = this.#orm
      .select({ state: changeItems.state, count: count() })
      .from(changeItems)
      .where(eq(changeItems.change, id))
      .groupBy(changeItems.state)
      .all();
    const counts = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    return { pending: 0, started: 0, done: 0, failed: 0, ...counts };
  }

  /** How many steps have not ended. */
  countLeft(change: Pick<ChangeRow, "id">): number {
    const { pending, started } = this.countItems(change);
    return pending + started;
  }

  startItem(item: Item): void {
    this.#updateItem(item, { state: "started" });
  }

  endItem(item: Item, ending: Ending): void {
    if (ending.state === "failed") {
      const { code: errorCode, message: errorMessage, state } = ending;
      this.#updateItem(item, { state, errorCode, errorMessage });
    } else {
      const result = this.#seal(ending.result, toContext(item.change, item.seq, "result"));
      this.#updateItem(item, { state: "done", result });
    }
  }

  /** Deletes the oldest of those that ended before `before`; true when there are more. */
  prune(before: number, limit: number): boolean {
    const rows = this.#orm.select().from(changes).where(lt(changes.createdAt, before)).limit(limit).all();
    for (const { id } of rows) {
      this.#orm.delete(changeItems).where(eq(changeItems.change, id)).run();
      this.#orm.delete(changes).where(eq(changes.id, id)).run();
    }
    return rows.length === limit;
  }

  #updateItem({ change, seq }: Item, values: Partial<ItemRow>): void {
    const isIt = and(eq(changeItems.change, change), eq(changeItems.seq, seq));
    this.#orm.update(changeItems).set(values).where(isIt).run();
  }

  #openItem({ data, result, ...row }: ItemRow): Item {
    const { change, seq } = row;
    const step = ItemData.parse(this.#open(data, toContext(change, seq, "data")));
    if (result === null) return { ...row, step, result };
    return { ...row, step, result: Fields.parse(this.#open(result, toContext(change, seq, "result"))) };
  }

  #seal(value: unknown, context: string): string {
    return encryptText(this.#dataKey, JSON.stringify(value), context);
  }

  #open(sealed: string, context: string): unknown {
    return JSON.parse(decryptText(this.#dataKey, sealed, context));
  }
}

const CHUNK = 100;

const toDetailsContext = (id: ChangeId) => `changes/${id}/details`;
const toContext = (id: ChangeId, seq: number, field: string) => `change_items/${id}/${seq}/${field}`;
