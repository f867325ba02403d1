import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();

const address = { line1: "1 Main Street", city: "Bend", postal_code: "97701", state: "OR", country: "US" };

test("a customer is kept as given, and says so in all its fields", async () => {
  const given = { email: "ann@example.com", name: "Ann", address, metadata: { org: "org_1" } };
  const { id } = await stripe.customers.create({ ...given, preferred_locales: ["de"], phone: "+1 555 0100" });
  expect(await stripe.customers.retrieve(id)).toMatchObject({
    ...given,
    object: "customer",
    address: { ...address, line2: null },
    phone: "+1 555 0100",
    preferred_locales: ["de"],
    balance: 0,
    currency: null,
    delinquent: false,
    invoice_settings: { default_payment_method: null },
    tax_exempt: "none",
  });
});

test("an update changes what it names, merges metadata and clears what is empty", async () => {
  const { id } = await stripe.customers.create({
    name: "Ann",
    email: "ann@example.com",
    address,
    metadata: { org: "org_1", seen: "yes" },
  });
  const updated = await stripe.customers.update(id, {
    name: "",
    address: "",
    metadata: { seen: null, plan: "pro" },
  });
  expect(updated).toMatchObject({ name: null, address: null, email: "ann@example.com" });
  expect(updated.metadata).toEqual({ org: "org_1", plan: "pro" });
  expect((await stripe.customers.update(id, { metadata: "" })).metadata).toEqual({});
});

test("customers are found by their address, newest first", async () => {
  const email = "same@example.com";
  const first = await stripe.customers.create({ email });
  const second = await stripe.customers.create({ email });
  await stripe.customers.create({ email: "other@example.com" });
  const { data } = await stripe.customers.list({ email });
  expect(data.map(({ id }) => id)).toEqual([second.id, first.id]);
});

test("the default payment method must be the customer's", async () => {
  const { id } = await stripe.customers.create();
  const elsewhere = await stripe.paymentMethods.attach("pm_card_visa", {
    customer: (await stripe.customers.create()).id,
  });
  const settle = (method: string) =>
    stripe.customers.update(id, { invoice_settings: { default_payment_method: method } });
  await expect(settle(elsewhere.id)).rejects.toMatchObject({
    code: "resource_missing",
    param: "invoice_settings[default_payment_method]",
  });
  const own = await stripe.paymentMethods.attach("pm_card_visa", { customer: id });
  expect((await settle(own.id)).invoice_settings.default_payment_method).toBe(own.id);
});

test("a card can be attached and made the default as the customer is made", async () => {
  const customer = await stripe.customers.create({
    payment_method: "pm_card_visa",
    invoice_settings: { default_payment_method: "pm_card_visa" },
  });
  const { data } = await stripe.customers.listPaymentMethods(customer.id);
  expect(data.map(({ id }) => id)).toEqual([customer.invoice_settings.default_payment_method]);
});

test("a token becomes the default source", async () => {
  const customer = await stripe.customers.create({ source: "tok_visa" });
  expect(customer.default_source).toMatch(/^card_/);
});

test("a card that its bank declines makes no customer", async () => {
  const email = "declined@example.com";
  const refused = stripe.customers.create({ email, payment_method: "pm_card_chargeDeclined" });
  await expect(refused).rejects.toMatchObject({ statusCode: 402, code: "card_declined" });
  expect((await stripe.customers.list({ email })).data).toEqual([]);
});

test("of a deleted customer a trace is left, and nothing can be done with it", async () => {
  const { id } = await stripe.customers.create({ email: "gone@example.com" });
  expect(await stripe.customers.del(id)).toMatchObject({ id, object: "customer", deleted: true });
  const { lastResponse, ...trace } = await stripe.customers.retrieve(id);
  expect(trace).toEqual({ id, object: "customer", deleted: true });
  expect((await stripe.customers.list({ email: "gone@example.com" })).data).toEqual([]);
  await expect(stripe.customers.update(id, { name: "Back" })).rejects.toMatchObject({ statusCode: 404 });
});

test("deleting a customer ends its subscriptions at once", async () => {
  const { id } = await stripe.customers.create({
    payment_method: "pm_card_visa",
    invoice_settings: { default_payment_method: "pm_card_visa" },
  });
  const price = await stripe.prices.create({
    currency: "usd",
    unit_amount: 500,
    recurring: { interval: "month" },
    product_data: { name: "Active listing" },
  });
  const subscription = await stripe.subscriptions.create({ customer: id, items: [{ price: price.id }] });
  await stripe.customers.del(id);
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("canceled");
  const { data } = await stripe.events.list({ type: "customer.subscription.deleted" });
  expect(data.map((event) => Reflect.get(event.data.object, "id"))).toContain(subscription.id);
});

test("what changed is told with what it was before", async () => {
  const { id } = await stripe.customers.create({ name: "Ann" });
  await stripe.customers.update(id, { name: "Bea" });
  await stripe.customers.update(id, { name: "Bea" });
  const { data } = await stripe.events.list({ types: ["customer.created", "customer.updated"] });
  const own = data.filter((event) => Reflect.get(event.data.object, "id") === id);
  expect(own.map(({ type }) => type)).toEqual(["customer.updated", "customer.created"]);
  expect(own[0]?.data).toMatchObject({ object: { name: "Bea" }, previous_attributes: { name: "Ann" } });
});
