import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";
import { newMetered } from "./testing.ts";

const stripe = stripeClient();
const day = 86_400;

/** A meter and a customer who is subscribed to a price for it: the first 100 calls are free. */
async function newSubscribed() {
  const metered = await newMetered();
  const { customer, meter } = metered;
  const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
  const price = await stripe.prices.create({
    currency: "usd",
    product_data: { name: "Calls" },
    recurring: { interval: "month", usage_type: "metered", meter: meter.id },
    billing_scheme: "tiered",
    tiers_mode: "graduated",
    tiers: [
      { up_to: 100, unit_amount: 0 },
      { up_to: 1000, unit_amount: 2 },
      { up_to: "inf", unit_amount: 1 },
    ],
  });
  const subscription = await stripe.subscriptions.create({ customer, items: [{ price: price.id }] });
  const invoices = async () => {
    const { data } = await stripe.invoices.list({ subscription: subscription.id });
    return data.map(({ total, billing_reason }) => [billing_reason, total]);
  };
  return { ...metered, invoices };
}

test("usage is billed in arrears by its tiers, and each period starts from nothing", async () => {
  const { report, advance, invoices } = await newSubscribed();
  expect(await invoices()).toEqual([["subscription_create", 0]]);
  await report("600");
  await report("550");
  await advance(32 * day);
  // 100 free, 900 at 2 cents, 150 at 1 cent.
  expect(await invoices()).toEqual([
    ["subscription_cycle", 1950],
    ["subscription_create", 0],
  ]);
  await report("150");
  await advance(63 * day);
  expect((await invoices())[0]).toEqual(["subscription_cycle", 100]);
});

test("usage below nothing is billed as nothing", async () => {
  const { report, advance, invoices } = await newSubscribed();
  await report("-500");
  await advance(32 * day);
  expect((await invoices())[0]).toEqual(["subscription_cycle", 0]);
});
