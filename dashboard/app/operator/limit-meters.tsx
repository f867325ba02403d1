import { Meter } from "#components/meter.tsx";
import { useFormat } from "#format.ts";
import type { Details } from "./organization-details.ts";

type Limit = Details["limits"][number];

const titles: Record<Limit["name"], string> = {
  toolCalls: "Tool calls this month",
  members: "Members",
  apiKeys: "API keys",
  connections: "Connections",
  clientConfigurations: "Client configurations",
  webhookEndpoints: "Webhooks",
};

/** How much of each limit of its plan an organization uses. */
export function LimitMeters({ limits }: { limits: Limit[] }) {
  const format = useFormat();
  if (limits.length === 0) return <p className="text-sm text-muted">None while it is being set up.</p>;
  return (
    <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
      {limits.map(({ name, limit, used }) => (
        <li key={name} className="text-sm/6">
          <div className="mb-1.5 flex justify-between gap-4">
            <span className="text-muted">{titles[name]}</span>
            <span className="font-medium tabular-nums">
              {format.number(used)} of {format.number(limit)}
            </span>
          </div>
          <Meter label={titles[name]} used={used} limit={limit} />
        </li>
      ))}
    </ul>
  );
}
