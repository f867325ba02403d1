import { Stat } from "#components/stat.tsx";
import { DateTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import { useOrganization } from "#organization.ts";
import type { Data } from "./data.ts";

type Month = NonNullable<Data["overview"]["month"]>;

/** What the next bill comes to; in a trial, what it would. */
export function BillStat({ month: { at, isSubscribed, total } }: { month: Month }) {
  const { organization } = useOrganization();
  const format = useFormat();
  const trialEndsAt = organization.billing?.trialEndsAt ?? null;
  if (isSubscribed) {
    return (
      <Stat name="Projected bill" value={total === null ? "–" : format.money(total, "usd", true)}>
        {at === null ? (
          "Nothing more is billed"
        ) : (
          <>
            on <DateTime at={at} dateOnly />
          </>
        )}
      </Stat>
    );
  }
  if (organization.billing?.status !== "trialing" || trialEndsAt === null) {
    return (
      <Stat name="Projected bill" value={format.money(0, "usd", true)}>
        without a subscription
      </Stat>
    );
  }
  return (
    <Stat name="Projected bill" value={format.money(0, "usd", true)}>
      Trial until <DateTime at={trialEndsAt} dateOnly />
      {total !== null && total > 0 && `, then ${format.money(total, "usd", true)} a month if you subscribe`}
    </Stat>
  );
}
