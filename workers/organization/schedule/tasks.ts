import type { OrgId } from "#ids.ts";
import { workChanges } from "../changes/work-changes.ts";
import type { Rooms } from "../rooms.ts";
import { registerWebhooks } from "../webhooks/register-webhooks.ts";
import { pruneChanges } from "./prune-changes.ts";
import { pruneOldAudit } from "./prune-old-audit.ts";
import type { Schedule } from "./schedule.ts";
import { toDailyTime } from "./to-daily-time.ts";

export type TaskName = "prune_audit" | "prune_changes" | "register_webhooks" | "work_changes";

/** Does one chunk, so that callers wait for no more than that, and says when to run again; null: never. Safe to repeat. */
type Task = (sql: SqlStorage, rooms: Rooms) => number | null | Promise<number | null>;

export const tasks: Record<TaskName, Task> = {
  prune_audit: pruneOldAudit,
  prune_changes: pruneChanges,
  register_webhooks: registerWebhooks,
  work_changes: workChanges,
};

/** What every organization does by itself. */
export async function planStandingTasks(schedule: Schedule, id: OrgId, now: number): Promise<void> {
  for (const task of ["prune_audit", "prune_changes"] as const)
    await schedule.plan(task, toDailyTime(id, now));
}
