import type { Context } from "../core/context.ts";
import { StripeError } from "../core/errors.ts";
import type { CheckoutSession, Price } from "../core/objects.ts";
import { confirmPaymentIntent } from "../payments/confirm-payment-intent.ts";
import { applyInvoice } from "../subscriptions/apply-invoice.ts";
import { createSubscription } from "../subscriptions/create-subscription.ts";
import type { NewItem } from "../subscriptions/new-subscription.ts";
import type { Made, Payment } from "./complete-session.ts";

/** The subscription, with its first invoice paid: a card that is declined leaves neither. */
export function makeSubscription(
  ctx: Context,
  session: CheckoutSession,
  { customer, paymentMethod }: Payment,
): Made {
  const { data, lines } = ctx.db.checkoutRecords.get(session.id);
  const priced = lines.flatMap(({ price, quantity }) =>
    price ? [{ price, quantity: quantity ?? undefined }] : [],
  );
  const { subscription, invoice } = createSubscription(ctx, {
    ...data.subscription_data,
    customer: customer ?? "",
    items: priced.filter(({ price }) => price.recurring).map(toItem),
    add_invoice_items: priced.filter(({ price }) => !price.recurring).map(toOneTime),
    default_payment_method: paymentMethod ?? undefined,
    automatic_tax: { enabled: session.automatic_tax.enabled },
    payment_behavior: "allow_incomplete",
    off_session: false,
  });
  const made = { subscription: subscription.id, invoice: invoice.id };
  if (invoice.amount_due === 0) return { ...made, payment_status: "no_payment_required" };
  return { ...made, payment_status: pay(ctx, invoice.id) };
}

interface Priced {
  price: Price;
  quantity?: number;
}

/** A price made in passing, or archived since, cannot be named any more, but what was agreed on holds. */
function toItem({ price, quantity }: Priced): NewItem {
  const { active, currency, product, recurring, unit_amount_decimal } = price;
  if (active || !recurring || unit_amount_decimal === null) return { price: price.id, quantity };
  const { interval, interval_count } = recurring;
  return {
    price_data: { currency, product, recurring: { interval, interval_count }, unit_amount_decimal },
    quantity,
  };
}

const toOneTime = ({ price, quantity }: Priced) => ({ price: price.id, quantity });

function pay(ctx: Context, invoice: string): "paid" | "unpaid" {
  const { db } = ctx;
  if (db.invoices.get(invoice).status === "paid") return "paid";
  const [open] = db.invoicePayments.by("invoice", invoice);
  const intent = open?.payment.payment_intent;
  if (!intent) throw new Error(`Invoice ${invoice} of a checkout session has no payment`);
  const { status, last_payment_error } = db.paymentIntents.get(intent);
  if (status === "processing") return "unpaid";
  if (status !== "requires_action") throw toDecline(last_payment_error);
  // The bank has been asked on the page before this.
  const { error } = confirmPaymentIntent(ctx, intent, { authenticated: true });
  if (error) throw new StripeError(402, error);
  // Nobody else tells the subscription of an invoice that is as new as itself.
  applyInvoice(ctx, db.invoices.get(invoice), "paid");
  return "paid";
}

function toDecline(error: { code?: string; decline_code?: string; message?: string } | null): StripeError {
  const { code = "card_declined", decline_code, message = "Your card was declined." } = error ?? {};
  return new StripeError(402, { type: "card_error", code, decline_code, message });
}
