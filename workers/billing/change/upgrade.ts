import type Stripe from "stripe";
import { AppError } from "#errors.ts";
import type { Upgrade } from "./preview-upgrade.ts";

/** The invoice that it was paid with; null where it cost nothing. */
export async function upgrade(
  stripe: Stripe,
  { subscription, items, prorationDate, paymentBehavior }: Upgrade,
): Promise<Stripe.Invoice | null> {
  const changed = await stripe.subscriptions.update(subscription.id, {
    items,
    proration_behavior: "always_invoice",
    proration_date: prorationDate,
    payment_behavior: paymentBehavior,
    expand: ["latest_invoice"],
  });
  const invoice = requireInvoice(changed);
  if (changed.pending_update !== null) throw await toRefusal(stripe, invoice);
  return invoice.id === toId(subscription.latest_invoice) ? null : invoice;
}

/** The plan stays what it is until the invoice is paid, for which Stripe leaves 23 hours. */
async function toRefusal(stripe: Stripe, { id, hosted_invoice_url }: Stripe.Invoice): Promise<AppError> {
  const url = hosted_invoice_url ?? undefined;
  const { data } = await stripe.invoicePayments.list({
    invoice: id,
    expand: ["data.payment.payment_intent"],
  });
  const needsConfirmation = data.some(
    ({ payment: { payment_intent: intent } }) =>
      typeof intent === "object" && intent.status === "requires_action",
  );
  const message = needsConfirmation
    ? "The bank wants this payment confirmed. Confirm it at `url` within 23 hours and the plan changes; until then nothing has."
    : "The bank declined the payment, and nothing has changed. Pay with another card at `url` within 23 hours, or change the card and try again.";
  return new AppError("payment_failed", message, { url });
}

function requireInvoice({ latest_invoice }: Stripe.Subscription): Stripe.Invoice {
  if (latest_invoice === null || typeof latest_invoice === "string") {
    throw new Error("A subscription came without its latest invoice.");
  }
  return latest_invoice;
}

const toId = (value: string | { id: string } | null) => (typeof value === "object" ? value?.id : value);
