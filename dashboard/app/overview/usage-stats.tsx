import { Meter } from "#components/meter.tsx";
import { Stat, Stats } from "#components/stat.tsx";
import { DateTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import { BillStat } from "./bill-stat.tsx";
import type { Data } from "./data.ts";

/** The figures of the period so far. */
export function UsageStats({ usage, month }: { usage: Data["usage"]; month: Data["overview"]["month"] }) {
  const format = useFormat();
  const { calls, errorPercent, errors, listings, period, quota, used } = usage;
  return (
    <Stats>
      <Stat name="Tool calls this month" value={format.number(used)}>
        <Meter label="Tool calls" used={used} limit={quota} />
        <p className="mt-2">
          of {format.number(quota)}; starts over on <DateTime at={period.end} dateOnly />
        </p>
      </Stat>
      <Stat name="Active listings" value={listings.active === null ? "–" : format.number(listings.active)}>
        {listings.active === null
          ? "Counted once an account is connected"
          : listings.served !== null && `The plan serves ${format.number(listings.served)}`}
      </Stat>
      {month && <BillStat month={month} />}
      <Stat name="Errors" value={format.percent(errorPercent)}>
        {format.number(errors)} of {format.count(calls, "call")}
      </Stat>
    </Stats>
  );
}
