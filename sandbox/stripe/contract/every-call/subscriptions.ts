import type Stripe from "stripe";
import { toPayingCustomer, toPrice } from "./paying-customer.ts";

export async function callSubscriptions(stripe: Stripe): Promise<void> {
  const customer = await toPayingCustomer(stripe);
  const [price, other] = [await toPrice(stripe, 500), await toPrice(stripe, 900)];
  const subscription = await stripe.subscriptions.create({
    customer,
    items: [{ price, quantity: 15 }],
    metadata: { org: "org_1" },
    expand: ["latest_invoice.payments", "latest_invoice.confirmation_secret", "customer"],
  });
  const [item] = subscription.items.data;
  if (!item) throw new Error("The subscription has no item");
  await stripe.subscriptions.retrieve(subscription.id, { expand: ["items.data.price.product"] });
  const items = [{ id: item.id, quantity: 18 }];
  await stripe.invoices.createPreview({
    subscription: subscription.id,
    subscription_details: { items, proration_behavior: "create_prorations" },
  });
  await stripe.subscriptions.update(subscription.id, { items, proration_behavior: "create_prorations" });
  await stripe.subscriptions.update(subscription.id, {
    items: [{ id: item.id, price: other }],
    proration_behavior: "always_invoice",
    expand: ["latest_invoice"],
  });
  await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
  await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: false });
  await stripe.subscriptions.list({ customer, status: "all", expand: ["data.default_payment_method"] });
  await stripe.subscriptions.search({ query: "status:'active'" });

  const added = await stripe.subscriptionItems.create({ subscription: subscription.id, price, quantity: 2 });
  await stripe.subscriptionItems.retrieve(added.id);
  await stripe.subscriptionItems.update(added.id, { quantity: 3 });
  await stripe.subscriptionItems.list({ subscription: subscription.id });
  await stripe.subscriptionItems.del(added.id, { proration_behavior: "none" });
  await stripe.subscriptions.cancel(subscription.id, { invoice_now: true, prorate: true });
  await stripe.invoices.list({ customer, expand: ["data.payments"] });
  await stripe.invoiceItems.list({ customer });
}

export async function callStates(stripe: Stripe): Promise<void> {
  const price = await toPrice(stripe, 500);
  const { id: customer } = await stripe.customers.create();
  const trial = await stripe.subscriptions.create({
    customer,
    items: [{ price }],
    trial_period_days: 7,
    trial_settings: { end_behavior: { missing_payment_method: "pause" } },
  });
  await stripe.subscriptions.cancel(trial.id);
  const incomplete = await stripe.subscriptions.create({
    customer,
    items: [{ price }],
    payment_behavior: "default_incomplete",
    expand: ["latest_invoice.confirmation_secret", "pending_setup_intent"],
  });
  await stripe.subscriptions.cancel(incomplete.id);

  const payer = await toPayingCustomer(stripe);
  const paused = await stripe.subscriptions.create({ customer: payer, items: [{ price }] });
  await stripe.subscriptions.pause(paused.id);
  await stripe.subscriptions.resume(paused.id, { billing_cycle_anchor: { type: "now" } });
  const classic = await stripe.subscriptions.create({
    customer: payer,
    items: [{ price }],
    billing_mode: { type: "classic" },
  });
  await stripe.subscriptions.migrate(classic.id, { billing_mode: { type: "flexible" } });
}

export async function callDiscounts(stripe: Stripe): Promise<void> {
  const customer = await toPayingCustomer(stripe);
  const coupon = await stripe.coupons.create({ amount_off: 100, currency: "usd", duration: "forever" });
  const subscription = await stripe.subscriptions.create({
    customer,
    items: [{ price: await toPrice(stripe, 500) }],
    discounts: [{ coupon: coupon.id }],
    expand: ["discounts", "latest_invoice.discounts"],
  });
  await stripe.subscriptions.deleteDiscount(subscription.id);
  // The SDK's types no longer let one give a customer a coupon; the stand-in takes it of older versions.
  const old = { apiVersion: "2025-02-24.acacia" };
  await stripe.rawRequest("POST", `/v1/customers/${customer}`, { coupon: coupon.id }, old);
  await stripe.customers.retrieve(customer, { expand: ["discount"] });
  await stripe.customers.deleteDiscount(customer);
}
