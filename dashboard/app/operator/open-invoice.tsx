import { Card } from "#components/card.tsx";
import { Fact, Facts } from "#components/facts.tsx";
import { DateTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import type { Details } from "./organization-details.ts";

export function OpenInvoice({ invoice }: { invoice: NonNullable<Details["openInvoice"]> }) {
  const { amountDue, attempts, createdAt, currency, id, nextAttemptAt, number } = invoice;
  const format = useFormat();
  return (
    <Card title="Open invoice">
      <Facts>
        <Fact name="Number">{number ?? id}</Fact>
        <Fact name="Due">{format.money(amountDue, currency)}</Fact>
        <Fact name="Made">
          <DateTime at={createdAt} />
        </Fact>
        <Fact name="Attempts to charge it">{format.number(attempts)}</Fact>
        <Fact name="Next attempt">{nextAttemptAt === null ? "None" : <DateTime at={nextAttemptAt} />}</Fact>
      </Facts>
    </Card>
  );
}
