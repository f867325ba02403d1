import type Stripe from "stripe";
import type { QuantityChange } from "./read-ledger.ts";

/** What a change adds to the next invoice, in cents; less than nothing is a credit. */
export async function readProration(
  stripe: Stripe,
  customer: string,
  { subscriptionId, prorationDate }: QuantityChange,
): Promise<number> {
  let cents = 0;
  for await (const item of stripe.invoiceItems.list({ customer, pending: true, limit: 100 })) {
    const isOurs = item.parent?.subscription_details?.subscription === subscriptionId;
    if (item.proration && isOurs && item.period.start === prorationDate) cents += item.amount;
  }
  return cents;
}
