import { AnchorButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { DateTime } from "#components/time.tsx";
import { useOrganization } from "#organization.ts";
import type { Billing } from "./billing.ts";

/** Shown while an invoice waits to be paid: where that is done, and what happens then. */
export function PaymentDue({ billing: { openInvoice, subscription } }: { billing: Billing }) {
  const { may } = useOrganization();
  if (openInvoice === null) return null;
  const since = subscription?.pastDueSince ?? null;
  return (
    <Card
      title="An invoice is unpaid"
      description={
        <>
          {since !== null && (
            <>
              The payment failed on <DateTime at={since} />.{" "}
            </>
          )}
          Pay it with any card. Keys work again seconds after that.
        </>
      }
      actions={
        openInvoice.url !== null &&
        may("billing:write") && (
          <AnchorButton href={openInvoice.url} variant="primary">
            Pay now
          </AnchorButton>
        )
      }
    />
  );
}
