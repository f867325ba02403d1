import { Card } from "#components/card.tsx";
import { Fact, Facts } from "#components/facts.tsx";
import { DateTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import { BillLines } from "./bill-lines.tsx";
import type { Upcoming } from "./billing.ts";

/** The next invoice as Stripe would make it now; null where Stripe does not answer. */
export function UpcomingCard({ upcoming: answer }: { upcoming: Upcoming | null }) {
  const { count, money } = useFormat();
  if (answer === null) {
    return (
      <Card title="Next invoice">
        <p className="text-sm/6 text-muted">
          Stripe does not answer just now. Load the page again in a minute.
        </p>
      </Card>
    );
  }
  const { projected, upcoming } = answer;
  if (upcoming === null) return null;
  const { amountDue, at, lines, prorations, startingBalance, total } = upcoming;
  return (
    <Card
      title="Next invoice"
      description={
        <>
          As it would be made on <DateTime at={at} dateOnly /> if nothing changed.
        </>
      }
    >
      <BillLines caption="Lines of the next invoice" lines={[...prorations, ...lines]} />
      <div className="mt-3 border-t border-line pt-4">
        <Facts>
          <Fact name="Total">{money(total)}</Fact>
          {startingBalance !== 0 && <Fact name="Credit in hand">{money(-startingBalance)}</Fact>}
          {amountDue !== total && <Fact name="Left to pay">{money(amountDue)}</Fact>}
          {projected && (
            <Fact name="Projected bill">
              {money(projected.total)}
              <span className="font-normal text-muted">
                {" "}
                with {count(projected.listings ?? projected.quantity, "listing")}
                {projected.overage.calls > 0 &&
                  ` and ${count(projected.overage.calls, "call")} beyond the quota (${money(projected.overage.amount)})`}
              </span>
            </Fact>
          )}
        </Facts>
      </div>
    </Card>
  );
}
