import { Link } from "@remix-run/react";
import { Badge } from "#components/badge.tsx";
import { Card } from "#components/card.tsx";
import { RelativeTime } from "#components/time.tsx";
import { useOrganization } from "#organization.ts";
import type { Data } from "./data.ts";

export function ActivityCard({ activity }: { activity: NonNullable<Data["activity"]> }) {
  const { now } = useOrganization();
  return (
    <Card
      title="Newest activity"
      actions={
        <Link to="activity" className="rounded text-sm/6 font-medium text-accent hover:underline">
          All activity
        </Link>
      }
    >
      <ul className="divide-y divide-line text-sm/6">
        {activity.map(({ actorName, at, isRefused, seq, tool, words }) => (
          <li
            key={seq}
            className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5 first:pt-0 last:pb-0"
          >
            <span className="min-w-0 wrap-anywhere">
              {words}
              {tool && <code className="ml-1.5 font-mono text-xs text-muted">{tool}</code>}
              {isRefused && (
                <span className="ml-2">
                  <Badge tone="negative">Refused</Badge>
                </span>
              )}
            </span>
            <span className="text-muted">
              {actorName ?? "Latchkey"} · <RelativeTime at={at} now={now} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
