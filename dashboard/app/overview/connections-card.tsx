import { Link } from "@remix-run/react";
import { Card } from "#components/card.tsx";
import { ConnectionStatus } from "#connections/connection-status.tsx";
import type { Data } from "./data.ts";

export function ConnectionsCard({
  connections,
}: {
  connections: NonNullable<Data["overview"]["connections"]>;
}) {
  return (
    <Card
      title="Connections"
      actions={
        <Link to="connections" className="rounded text-sm/6 font-medium text-accent hover:underline">
          All connections
        </Link>
      }
    >
      {connections.length === 0 ? (
        <p className="text-sm/6 text-muted">No account is connected yet.</p>
      ) : (
        <ul className="divide-y divide-line">
          {connections.map((connection) => (
            <li
              key={connection.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0"
            >
              <span className="min-w-0 text-sm/6 font-medium wrap-anywhere">{connection.name}</span>
              <ConnectionStatus connection={connection} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
