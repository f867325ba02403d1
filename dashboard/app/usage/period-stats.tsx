import { Meter } from "#components/meter.tsx";
import { Stat, Stats } from "#components/stat.tsx";
import { DateTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import { useOrganization } from "#organization.ts";
import { ProjectedBill } from "./projected-bill.tsx";
import { describeAlerts } from "./quota-alerts.ts";
import type { Usage } from "./report.ts";

/** How the organization stands in the period that it is billed for. */
export function PeriodStats({ report, bill }: Pick<Usage, "report" | "bill">) {
  const { listings, percent, period, quota, used } = report.overview;
  const { may } = useOrganization();
  const format = useFormat();
  return (
    <Stats>
      <Stat name="Calls this month" value={format.number(used)}>
        <Meter label="Calls this month" used={used} limit={quota} />
        <p className="mt-2">
          Of {format.number(quota)}. Resets <DateTime at={period.end} dateOnly />.
        </p>
      </Stat>
      <Stat name="Quota alerts" value={format.percent(percent)}>
        {describeAlerts(report.overview, format)}
      </Stat>
      <Stat name="Active listings" value={listings.active === null ? "–" : format.number(listings.active)}>
        {listings.active === null
          ? "Not counted yet."
          : listings.served !== null && `The plan serves ${format.number(listings.served)}.`}
      </Stat>
      {may("billing:read") && <ProjectedBill bill={bill} />}
    </Stats>
  );
}
