import type { Context } from "../core/context.ts";
import type { Invoice, Subscription } from "../core/objects.ts";

/** Where that is wanted, what paid the invoice becomes the subscription's own. */
export function keepPaymentMethod(
  { db }: Context,
  { payment_settings }: Subscription,
  { id }: Invoice,
): Partial<Subscription> {
  if (payment_settings?.save_default_payment_method !== "on_subscription") return {};
  const intents = db.invoicePayments.by("invoice", id).flatMap(({ payment }) => payment.payment_intent ?? []);
  const used = intents.map((intent) => db.paymentIntents.get(intent).payment_method).findLast(Boolean);
  return used ? { default_payment_method: used } : {};
}
