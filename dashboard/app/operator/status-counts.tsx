import type { SerializeFrom } from "@remix-run/cloudflare";
import { Link } from "@remix-run/react";
import { Badge } from "#components/badge.tsx";
import { useFormat } from "#format.ts";
import type { loader } from "#routes/operator._index.tsx";
import { statuses } from "./organization-status.tsx";

type Organizations = SerializeFrom<typeof loader>["organizations"];

/** How many organizations stand where, each with the way to them. */
export function StatusCounts({ byStatus }: Pick<Organizations, "byStatus">) {
  const format = useFormat();
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {statuses.map(({ status, title, tone }) => (
        <li key={status}>
          <Link
            to={`/operator/organizations?status=${status}`}
            className="flex flex-wrap items-center justify-between gap-2 rounded-lg border border-line px-3 py-2.5 hover:bg-sunken"
          >
            <Badge tone={tone}>{title}</Badge>
            <span className="font-semibold tabular-nums">{format.number(byStatus[status])}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
