import type Stripe from "stripe";

/** A customer whose card can be charged. */
export async function toPayingCustomer(stripe: Stripe, test_clock?: string): Promise<string> {
  const { id } = await stripe.customers.create({
    payment_method: "pm_card_visa",
    invoice_settings: { default_payment_method: "pm_card_visa" },
    ...(test_clock && { test_clock }),
  });
  return id;
}

export async function toPrice(stripe: Stripe, unit_amount: number): Promise<string> {
  const { id } = await stripe.prices.create({
    currency: "usd",
    unit_amount,
    recurring: { interval: "month" },
    product_data: { name: `For ${unit_amount} cents` },
  });
  return id;
}
