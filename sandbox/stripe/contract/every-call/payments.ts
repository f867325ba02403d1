import type Stripe from "stripe";

export async function callPayments(stripe: Stripe): Promise<void> {
  const { id: customer } = await stripe.customers.create();
  const made = await stripe.paymentMethods.create({ type: "card", card: { token: "tok_visa" } });
  await stripe.paymentMethods.attach(made.id, { customer });
  await stripe.paymentMethods.retrieve(made.id, { expand: ["customer"] });
  await stripe.paymentMethods.update(made.id, { billing_details: { name: "Ann" } });
  await stripe.paymentMethods.list({ customer, type: "card" });

  const paid = await stripe.paymentIntents.create({
    amount: 1500,
    currency: "usd",
    customer,
    payment_method: made.id,
    confirm: true,
    off_session: true,
    expand: ["latest_charge"],
  });
  await stripe.paymentIntents.retrieve(paid.id, { expand: ["customer", "payment_method", "latest_charge"] });
  await stripe.paymentIntents.list({ customer });
  const [charge] = (await stripe.charges.list({ customer })).data;
  if (charge) await stripe.charges.retrieve(charge.id, { expand: ["payment_intent"] });

  const held = await stripe.paymentIntents.create({
    amount: 900,
    currency: "usd",
    customer,
    capture_method: "manual",
  });
  await stripe.paymentIntents.update(held.id, { description: "Held", metadata: { a: "1" } });
  await stripe.paymentIntents.confirm(held.id, {
    payment_method: "pm_card_visa",
    return_url: "https://example.com",
  });
  await stripe.paymentIntents.capture(held.id);
  const dropped = await stripe.paymentIntents.create({ amount: 900, currency: "usd" });
  await stripe.paymentIntents.cancel(dropped.id, { cancellation_reason: "abandoned" });

  await stripe.paymentMethods.detach(made.id);
}

export async function callSetups(stripe: Stripe): Promise<void> {
  const { id: customer } = await stripe.customers.create();
  const setup = await stripe.setupIntents.create({ customer, usage: "off_session" });
  await stripe.setupIntents.update(setup.id, { description: "A card" });
  await stripe.setupIntents.confirm(setup.id, {
    payment_method: "pm_card_visa",
    return_url: "https://example.com",
  });
  await stripe.setupIntents.retrieve(setup.id, { expand: ["payment_method", "customer"] });
  await stripe.setupIntents.list({ customer });
  const { id } = await stripe.setupIntents.create({ customer });
  await stripe.setupIntents.cancel(id);
}

export async function callMeters(stripe: Stripe): Promise<void> {
  const { id: customer } = await stripe.customers.create();
  const event_name = `contract_${customer}`;
  const meter = await stripe.billing.meters.create({
    display_name: "Calls",
    event_name,
    default_aggregation: { formula: "sum" },
    customer_mapping: { type: "by_id", event_payload_key: "stripe_customer_id" },
    value_settings: { event_payload_key: "value" },
  });
  await stripe.billing.meters.retrieve(meter.id);
  await stripe.billing.meters.update(meter.id, { display_name: "Tool calls" });
  await stripe.billing.meters.list({ status: "active" });
  const payload = { stripe_customer_id: customer, value: "5" };
  const { identifier } = await stripe.billing.meterEvents.create({ event_name, payload });
  await stripe.billing.meterEventAdjustments.create({ event_name, type: "cancel", cancel: { identifier } });
  const hour = Math.floor(Date.now() / 3_600_000) * 3_600;
  const range = { start_time: hour - 86_400, end_time: hour + 3_600 };
  await stripe.billing.meters.listEventSummaries(meter.id, { customer, ...range });
  await stripe.billing.meters.deactivate(meter.id);
  await stripe.billing.meters.reactivate(meter.id);
}
