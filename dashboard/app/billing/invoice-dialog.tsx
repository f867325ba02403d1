import { useSearchParams } from "@remix-run/react";
import { Dialog } from "#components/dialog.tsx";
import { Fact, Facts } from "#components/facts.tsx";
import { useFormat } from "#format.ts";
import { BillLines } from "./bill-lines.tsx";
import type { InvoiceDetail } from "./billing.ts";

/** The lines of one invoice; null where Stripe, which keeps them, does not answer. */
export function InvoiceDialog({ invoice }: { invoice: InvoiceDetail | null }) {
  const { money } = useFormat();
  const cursor = useSearchParams()[0].get("cursor");
  const page = cursor === null ? "?" : `?${new URLSearchParams({ cursor })}`;
  if (invoice === null) {
    return (
      <Dialog title="Invoice" closeTo={page}>
        <p className="text-sm/6 text-muted">Stripe does not answer just now. Try again in a minute.</p>
      </Dialog>
    );
  }
  const { amountPaid, amountRemaining, currency, lines, number, startingBalance, total } = invoice;
  return (
    <Dialog title={`Invoice ${number ?? "in preparation"}`} closeTo={page}>
      <BillLines caption="Lines of the invoice" lines={lines} />
      <div className="mt-3 border-t border-line pt-4">
        <Facts>
          <Fact name="Total">{money(total, currency)}</Fact>
          {startingBalance !== 0 && (
            <Fact name="Credit in hand before">{money(-startingBalance, currency)}</Fact>
          )}
          <Fact name="Paid">{money(amountPaid, currency)}</Fact>
          {amountRemaining > 0 && <Fact name="Left to pay">{money(amountRemaining, currency)}</Fact>}
        </Facts>
      </div>
    </Dialog>
  );
}
