import { and, asc, eq, isNull } from "drizzle-orm";
import { type DeliveryId, type EventId, newId, type WebhookId } from "#ids.ts";
import { type Database, openDatabase } from "../rooms.ts";
import type { Schedule } from "../schedule/schedule.ts";
import { events, outgoingDeliveries } from "../schema/index.ts";
import { type EventType, eventTypes } from "./event-types.ts";
import type { OutgoingTable } from "./outgoing-table.ts";

export type EventRow = typeof events.$inferSelect;

interface NewEvent {
  /** What happened: the same again is no news. */
  key: string;
  type: EventType;
  data: Record<string, unknown>;
  at: number;
}

/** Of these the members hear by mail from here; the others are written to by whoever announces them. */
const mailed: ReadonlySet<EventType> = new Set(["usage.threshold", "webhook.disabled"]);
const subscribable: ReadonlySet<EventType> = new Set(eventTypes);

interface NewDelivery {
  id?: DeliveryId;
  event: EventId;
  webhook: WebhookId;
  at: number;
  isHeld?: boolean;
}

/** Longer than an attempt takes. */
const HELD_MS = 60_000;

/** What happened that others want to know of. Noted in the transaction in which it happens, so that it is neither lost nor told twice. */
export class EventTable {
  readonly #orm: Database;
  readonly #schedule: Schedule;
  readonly #outgoing: OutgoingTable;

  constructor(storage: DurableObjectStorage, schedule: Schedule, outgoing: OutgoingTable) {
    this.#orm = openDatabase(storage);
    this.#schedule = schedule;
    this.#outgoing = outgoing;
  }

  note({ key, type, data, at }: NewEvent): EventId | null {
    const id = newId("evt");
    const toldAt = mailed.has(type) ? null : at;
    const row = { id, key, type, data, at: Math.floor(at), toldAt };
    const noted = this.#orm.insert(events).values(row).onConflictDoNothing().returning().all();
    if (noted.length === 0) return null;
    if (toldAt === null) this.#schedule.hurry("tell_members", at);
    if (!subscribable.has(type)) return id;
    for (const { id: webhook, events: wanted } of this.#outgoing.listActive()) {
      if (wanted.length === 0 || wanted.some((one) => one === type)) this.deliver({ event: id, webhook, at });
    }
    return id;
  }

  /** Soon, and by itself; one that is held is attempted by its caller first. */
  deliver({ id = newId("dlv"), event, webhook, at, isHeld = false }: NewDelivery): void {
    const nextAttemptAt = Math.floor(at) + (isHeld ? HELD_MS : 0);
    const row = { id, webhook, event, createdAt: Math.floor(at), nextAttemptAt };
    this.#orm.insert(outgoingDeliveries).values(row).run();
    this.#schedule.hurry("deliver_events", nextAttemptAt);
  }

  get(id: EventId): EventRow | undefined {
    return this.#orm.select().from(events).where(eq(events.id, id)).get();
  }

  listUntold(): EventRow[] {
    return this.#orm
      .select()
      .from(events)
      .where(isNull(events.toldAt))
      .orderBy(asc(events.at))
      .limit(20)
      .all();
  }

  setTold({ id }: EventRow, toldAt: number): void {
    const isUntold = and(eq(events.id, id), isNull(events.toldAt));
    this.#orm
      .update(events)
      .set({ toldAt: Math.floor(toldAt) })
      .where(isUntold)
      .run();
  }
}
