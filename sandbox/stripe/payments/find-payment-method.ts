import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";

/** What is charged when nobody says: the subscription's own, else the customer's for invoices, else the legacy source. */
export function findPaymentMethod(
  { db }: Context,
  { customer, subscription }: { customer: string; subscription?: Subscription },
): string | null {
  const { invoice_settings, default_source = null } = db.customers.get(customer);
  const candidates = [
    subscription?.default_payment_method,
    subscription?.default_source,
    invoice_settings?.default_payment_method,
    default_source,
  ];
  const isTheirs = (id: string) => db.paymentMethods.find(id)?.customer === customer;
  return candidates.find((id) => id && isTheirs(id)) ?? null;
}
