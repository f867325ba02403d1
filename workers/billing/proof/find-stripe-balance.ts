import type Stripe from "stripe";

/** Cents; a credit is negative. Null for a customer that was deleted. */
export async function findStripeBalance(stripe: Stripe, customerId: string): Promise<number | null> {
  const customer = await stripe.customers.retrieve(customerId);
  return customer.deleted ? null : customer.balance;
}
