import type { Database } from "./database.ts";

export interface Cause {
  /** Null for what happens by itself. */
  id: string | null;
  idempotency_key: string | null;
}

/** Something that happened, told at the end of the transaction. */
export interface Happening {
  type: string;
  /** The object as it was then. */
  object: object;
  previous_attributes?: object;
  created: number;
}

/** What every handler gets: one account's objects, the time, and where to report what happens. */
export class Context {
  readonly db: Database;
  readonly cause: Cause;
  readonly happenings: Happening[] = [];
  readonly #time: { wall: number; at: number | null };

  constructor(db: Database, cause: Cause, time: { wall: number; at: number | null }) {
    this.db = db;
    this.cause = cause;
    this.#time = time;
  }

  /** In seconds: by the customer's test clock if there is one, and when a task is due, its own time. */
  now(customer?: string | null): number {
    if (this.#time.at !== null) return this.#time.at;
    const clock = this.clockOf(customer);
    return clock ? this.db.testClocks.get(clock).frozen_time : this.#time.wall;
  }

  /** The sandbox's own time in seconds, whatever a customer's clock says. */
  wall(): number {
    return this.#time.wall;
  }

  clockOf(customer?: string | null): string | null {
    return (customer && this.db.customers.find(customer)?.test_clock) || null;
  }

  /** Reports an event. `before` is the object as it was, for what was updated. */
  emit(
    type: string,
    object: { id?: string },
    options: { before?: object; customer?: string | null } = {},
  ): void {
    const { before, customer } = options;
    const previous_attributes = before ? toPreviousAttributes(before, object) : undefined;
    this.happenings.push({ type, object, previous_attributes, created: this.now(customer) });
  }

  /** Has the handler of `kind` run for this object at that time; a former such task is replaced. */
  schedule(kind: string, object: string, at: number, customer: string | null): void {
    this.db.tasks.put({ id: `${kind} ${object}`, kind, object, at, clock: this.clockOf(customer) });
  }

  unschedule(kind: string, object: string): void {
    if (this.db.tasks.find(`${kind} ${object}`)) this.db.tasks.remove(`${kind} ${object}`);
  }
}

/** The former values of the fields that differ. Arrays are given whole, objects only in part. */
export function toPreviousAttributes(before: object, after: object): object {
  const now = new Map(Object.entries(after));
  const changed = Object.entries(before).flatMap(([key, value]) => {
    if (JSON.stringify(value) === JSON.stringify(now.get(key))) return [];
    const both = isPlain(value) && isPlain(now.get(key));
    return [[key, both ? toPreviousAttributes(value, Object(now.get(key))) : value]];
  });
  const added = [...now.keys()].filter((key) => !(key in before)).map((key) => [key, null]);
  return Object.fromEntries([...changed, ...added]);
}

const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
