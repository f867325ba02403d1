import { log } from "#lib/log.ts";
import { pruneAudit } from "../audit/prune-audit.ts";
import type { Rooms } from "../rooms.ts";
import { toDailyTime } from "./to-daily-time.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Deletes what is older than the plan keeps, some rows at a time, once a day. */
export function pruneOldAudit(sql: SqlStorage, rooms: Rooms): number {
  const { entitlement, id, ports } = rooms;
  const now = Math.floor(ports.clock.now());
  const { brokenAt, hasMore } = pruneAudit(sql, rooms, { before: now - entitlement.auditDays * DAY_MS });
  if (brokenAt !== null) log.warn("audit.broken", { organization: id, seq: brokenAt });
  return hasMore ? now : toDailyTime(id, now);
}
