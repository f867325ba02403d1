import { expect, test } from "vitest";
import { newAccount } from "./testing.ts";

async function newSubscription() {
  const { stripe, send } = await newAccount();
  const product = await stripe.products.create({ name: "Listings" });
  const price = await stripe.prices.create({
    product: product.id,
    currency: "usd",
    unit_amount: 500,
    recurring: { interval: "month" },
  });
  const customer = await stripe.customers.create({
    payment_method: "pm_card_visa",
    invoice_settings: { default_payment_method: "pm_card_visa" },
  });
  const { id } = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id, quantity: 2 }],
  });
  return { stripe, send, id, customer, product };
}

test("an id is replaced by what it names, through lists and objects, up to four deep", async () => {
  const { stripe, id, customer, product } = await newSubscription();
  const subscription = await stripe.subscriptions.retrieve(id, {
    expand: ["customer", "items.data.price.product", "latest_invoice.payments"],
  });
  expect(subscription).toMatchObject({
    customer: { id: customer.id, object: "customer" },
    items: { data: [{ price: { product: { id: product.id, name: "Listings" } } }] },
    latest_invoice: {
      object: "invoice",
      payments: { object: "list", data: [{ object: "invoice_payment" }] },
    },
  });
  const plain = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
  expect(plain.latest_invoice).not.toHaveProperty("payments");
  const [listed] = (await stripe.subscriptions.list({ expand: ["data.customer"] })).data;
  expect(listed?.customer).toMatchObject({ id: customer.id });
});

test("what is made can be answered expanded", async () => {
  const { stripe, customer } = await newSubscription();
  const updated = await stripe.customers.update(customer.id, { name: "Ada", expand: ["subscriptions"] });
  expect(updated.subscriptions?.data).toMatchObject([{ object: "subscription", customer: customer.id }]);
});

test("what cannot be expanded is refused, and then nothing has been done", async () => {
  const { stripe, send, id } = await newSubscription();
  const refused: [string, string][] = [
    ["foo", "This property cannot be expanded (foo)."],
    ["id", "This property cannot be expanded (id)."],
    ["status", "This property cannot be expanded (status)."],
    ["metadata", "This property cannot be expanded (metadata)."],
    ["customer.nope", "This property cannot be expanded (customer.nope)."],
    ["constructor", "This property cannot be expanded (constructor)."],
    [
      "items.data.price.product.x",
      "You cannot expand more than 4 levels of a property. Property: items.data.price.product.x",
    ],
  ];
  for (const [path, message] of refused) {
    const { status, body } = await send("GET", `/v1/subscriptions/${id}?expand[]=${path}`);
    expect([status, body.error?.message]).toEqual([400, message]);
  }
  expect((await send("GET", `/v1/subscriptions/${id}?expand=customer`)).status).toBe(400);
  const before = await stripe.customers.list();
  expect((await send("POST", "/v1/customers", { form: "name=Eve&expand[]=foo" })).status).toBe(400);
  expect((await stripe.customers.list()).data).toHaveLength(before.data.length);
});
