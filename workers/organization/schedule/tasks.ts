import type { OrgId } from "#ids.ts";
import { workChanges } from "../changes/work-changes.ts";
import { deliverEvents } from "../outgoing/deliver-events.ts";
import { tellMembers } from "../outgoing/tell-members.ts";
import { reportOverage } from "../overage/report-overage.ts";
import type { Rooms } from "../rooms.ts";
import { registerWebhooks } from "../webhooks/register-webhooks.ts";
import { pruneChanges } from "./prune-changes.ts";
import { pruneOldAudit } from "./prune-old-audit.ts";
import { pruneUsage } from "./prune-usage.ts";
import type { Schedule } from "./schedule.ts";
import { toDailyTime } from "./to-daily-time.ts";

export type TaskName =
  | "deliver_events"
  | "prune_audit"
  | "prune_changes"
  | "prune_usage"
  | "register_webhooks"
  | "report_overage"
  | "tell_members"
  | "work_changes";

/** Does one chunk, so that callers wait for no more than that, and says when to run again; null: never. Safe to repeat. */
type Task = (sql: SqlStorage, rooms: Rooms) => number | null | Promise<number | null>;

export const tasks: Record<TaskName, Task> = {
  deliver_events: deliverEvents,
  prune_audit: pruneOldAudit,
  prune_changes: pruneChanges,
  prune_usage: pruneUsage,
  register_webhooks: registerWebhooks,
  report_overage: reportOverage,
  tell_members: tellMembers,
  work_changes: workChanges,
};

/** What every organization does by itself. */
export async function planStandingTasks(schedule: Schedule, id: OrgId, now: number): Promise<void> {
  for (const task of ["prune_audit", "prune_changes", "prune_usage"] as const)
    await schedule.plan(task, toDailyTime(id, now));
}
