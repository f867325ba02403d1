import type { Database } from "../core/database.ts";
import { violationsOfEvent } from "./validate.ts";

const watched = new WeakMap<Database, string[]>();

/** What is wrong with the events that were made since this was last asked. */
export function takeEventViolations(db: Database): string[] {
  return (watched.get(db) ?? watch(db)).splice(0);
}

function watch(db: Database): string[] {
  const violations: string[] = [];
  let latest = 0;
  db.events.watch((_, event, position) => {
    // An event is put again when it has been delivered.
    if (!event || position <= latest) return;
    latest = position;
    violations.push(...violationsOfEvent(event));
  });
  watched.set(db, violations);
  return violations;
}
