import type { Rooms } from "../rooms.ts";
import { toDailyTime } from "./to-daily-time.ts";

/** How long a change can be looked up, repeated by its idempotency key, and undone. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1_000;
const CHANGES_PER_CHUNK = 50;

/** Deletes old changes with what they carry, some at a time, once a day. */
export function pruneChanges(_: SqlStorage, { changes, id, ports }: Rooms): number {
  const now = Math.floor(ports.clock.now());
  return changes.prune(now - KEPT_MS, CHANGES_PER_CHUNK) ? now : toDailyTime(id, now);
}
