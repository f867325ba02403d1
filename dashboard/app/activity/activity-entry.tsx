import { ChevronRight } from "lucide-react";
import { Badge } from "#components/badge.tsx";
import { RelativeTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import { useOrganization } from "#organization.ts";
import { toDuration } from "#usage/duration.ts";
import { describeAction } from "./actions.ts";
import type { Activity, ActivityRow } from "./activity.ts";
import { ActivityDetails } from "./activity-details.tsx";

/** One row of the log; folded out, everything that is known of it. */
export function ActivityEntry({ row, actors }: { row: ActivityRow } & Pick<Activity, "actors">) {
  const { action, at, durationMs, result, target } = row;
  const { now } = useOrganization();
  const format = useFormat();
  const isAboutActor = row.actor === `user:${target}`;
  const targetName = actors.find(({ actor }) => actor === target || actor === `user:${target}`)?.name;
  return (
    <details className="group">
      <summary className="grid cursor-pointer list-none gap-x-4 gap-y-1 px-4 py-3 text-sm/6 hover:bg-sunken sm:px-5 lg:grid-cols-[8rem_12rem_1fr_auto_4.5rem_1rem] lg:items-center [&::-webkit-details-marker]:hidden">
        <span className="text-muted">
          <RelativeTime at={at} now={now} />
        </span>
        <span className="min-w-0 font-medium wrap-anywhere">{toActorName(row)}</span>
        <span className="min-w-0 wrap-anywhere">
          {describeAction(action)}{" "}
          {!isAboutActor && (targetName ?? <code className="font-mono text-muted">{target}</code>)}
        </span>
        <span className="flex items-center justify-between gap-3">
          <ResultBadge result={result} />
          <span className="text-muted tabular-nums lg:hidden">{toDuration(durationMs, format)}</span>
        </span>
        <span className="text-right text-muted tabular-nums max-lg:hidden">
          {toDuration(durationMs, format)}
        </span>
        <ChevronRight
          aria-hidden="true"
          className="size-4 text-faint group-open:rotate-90 max-lg:hidden print:hidden"
        />
      </summary>
      <ActivityDetails row={row} />
    </details>
  );
}

function toActorName({ actor, actorName }: ActivityRow): string {
  if (actorName !== null) return actorName;
  return actor === "system" ? "Latchkey" : actor;
}

function ResultBadge({ result }: Pick<ActivityRow, "result">) {
  if (result === "ok") return <Badge tone="positive">Done</Badge>;
  if (result === "started") return <Badge tone="accent">Started</Badge>;
  return <Badge tone="negative">{result}</Badge>;
}
