import type { SerializeFrom } from "@remix-run/cloudflare";
import { Banner } from "#components/banner.tsx";
import { DateTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import type { loader } from "#routes/operator.health.tsx";

/** What somebody should look into, each with what it is measured by. */
export function AlertList({ alerts }: Pick<SerializeFrom<typeof loader>, "alerts">) {
  const format = useFormat();
  if (alerts.length === 0) return <Banner tone="positive" title="Nothing needs attention" />;
  return (
    <ul aria-label="Alerts">
      {alerts.map(({ name, limit, message, since, value }) => (
        <li key={name + message}>
          <Banner tone="warning" title={message}>
            <p className="text-muted">
              {format.number(value)}, where up to {format.number(limit)} is fine · since{" "}
              <DateTime at={since} />
            </p>
          </Banner>
        </li>
      ))}
    </ul>
  );
}
