import type { OrgId } from "#ids.ts";
import type { Rooms } from "../rooms.ts";
import { pruneOldAudit } from "./prune-old-audit.ts";
import type { Schedule } from "./schedule.ts";
import { toDailyTime } from "./to-daily-time.ts";

export type TaskName = "prune_audit";

/** Does one chunk, so that callers wait for no more than that, and says when to run again; null: never. Safe to repeat. */
type Task = (sql: SqlStorage, rooms: Rooms) => number | null | Promise<number | null>;

export const tasks: Record<TaskName, Task> = { prune_audit: pruneOldAudit };

/** What every organization does by itself. */
export function planStandingTasks(schedule: Schedule, id: OrgId, now: number): Promise<void> {
  return schedule.plan("prune_audit", toDailyTime(id, now));
}
