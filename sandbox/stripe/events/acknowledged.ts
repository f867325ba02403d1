import type { Context } from "../core/context.ts";
import type { Database } from "../core/database.ts";

/** Whether endpoints failed on the newest such event of the object, and none has received it. Not to have been asked yet is no failure: a clock may jump. */
export function isRefused({ db }: Context, type: string, object: string): boolean {
  const records = db.eventRecords.by("object", object);
  const record = records.findLast(({ id }) => db.events.find(id)?.type === type);
  if (!record || record.is_acknowledged) return false;
  return db.deliveries.by("event", record.id).some(({ failures }) => failures > 0);
}

export function acknowledge(db: Database, event: string, endpoint: string): void {
  stopWaiting(db, event, endpoint);
  db.eventRecords.change(event, { is_acknowledged: true });
}

/** The endpoint will never answer, and is no longer expected to. */
export function stopWaiting(db: Database, event: string, endpoint: string): void {
  const record = db.eventRecords.get(event);
  const waiting = record.waiting.filter((id) => id !== endpoint);
  const is_acknowledged = record.is_acknowledged || waiting.length === 0;
  db.eventRecords.put({ ...record, waiting, is_acknowledged });
  db.events.change(event, { pending_webhooks: waiting.length });
}
