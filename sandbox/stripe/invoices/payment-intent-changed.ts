import { checkoutPaymentChanged } from "../checkout/payment-changed.ts";
import type { Context } from "../core/context.ts";
import type { ChargeOutcome } from "../payments/charge-customer.ts";
import { settle } from "./settle.ts";

/** A payment has come to an end elsewhere: its customer confirmed it, or its bank answered. */
export function paymentIntentChanged(ctx: Context, paymentIntent: string, charged: ChargeOutcome): void {
  const { invoice: id } = ctx.db.paymentIntentRecords.get(paymentIntent);
  const invoice = id && ctx.db.invoices.find(id);
  if (!invoice || (invoice.status !== "open" && invoice.status !== "uncollectible")) return;
  settle(ctx, id, charged);
  if (charged.status === "succeeded") checkoutPaymentChanged(ctx, id, "paid");
  if (charged.status === "declined") checkoutPaymentChanged(ctx, id, "failed");
}
