import { capitalize } from "#capitalize.ts";
import { Fact } from "#components/facts.tsx";
import { DateTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import type { Billing } from "./billing.ts";
import { MonthlyCost } from "./monthly-cost.tsx";

/** What belongs to a running subscription only. */
export function SubscriptionFacts({ subscription }: { subscription: NonNullable<Billing["subscription"]> }) {
  const { money } = useFormat();
  const { cancelAt, nextBill, periodEnd, periodStart, price, scheduledChange, status } = subscription;
  return (
    <>
      <Fact name="Monthly cost">
        <MonthlyCost price={price} />
      </Fact>
      {periodStart !== null && periodEnd !== null && (
        <Fact name={status === "trialing" ? "Free until the end of the trial" : "Current billing period"}>
          <DateTime at={periodStart} dateOnly /> – <DateTime at={periodEnd} dateOnly />
        </Fact>
      )}
      {nextBill && (
        <Fact name="Next invoice">
          <DateTime at={nextBill.at} dateOnly />
          <span className="font-normal text-muted">, {money(nextBill.amount)} before changes and usage</span>
        </Fact>
      )}
      {scheduledChange && (
        <Fact name="Planned change">
          {scheduledChange.plan ? capitalize(scheduledChange.plan) : "Another plan"}
          {scheduledChange.interval && `, by the ${scheduledChange.interval},`} from{" "}
          <DateTime at={scheduledChange.at} dateOnly />
        </Fact>
      )}
      {cancelAt !== null && (
        <Fact name="Ends">
          <DateTime at={cancelAt} dateOnly />
          <span className="font-normal text-muted">, then Free</span>
        </Fact>
      )}
    </>
  );
}
