import type Stripe from "stripe";
import { expect, test } from "vitest";
import { card, newBuyer, newPrice, next, open, send } from "../pages/testing.ts";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();

async function newSubscriber() {
  const { customer, price } = await newBuyer(stripe, { payment_method: "pm_card_visa" });
  const { data } = await stripe.paymentMethods.list({ customer });
  const subscription = await stripe.subscriptions.create({
    customer,
    items: [{ price }],
    default_payment_method: data[0]?.id,
  });
  return { customer, price, subscription };
}

type Session = Partial<Stripe.BillingPortal.SessionCreateParams>;

async function openPortal(customer: string, more: Session = {}) {
  const session = await stripe.billingPortal.sessions.create({
    customer,
    return_url: "https://shop.test/account",
    ...more,
  });
  return session.url;
}

const retrieve = (id: string) => stripe.subscriptions.retrieve(id);

test("what happens when the portal is opened: subscription, next invoice, card and invoices are there", async () => {
  const { customer } = await newSubscriber();
  const page = await (await open(await openPortal(customer))).text();
  for (const text of ["Starter", "$29.00", "Next invoice", "Visa •••• 4242", "https://shop.test/account"])
    expect(page).toContain(text);
  expect(page).toContain("/stripe/invoices/");
  expect((await open("http://sandbox/stripe/portal/test_wrong")).status).toBe(404);
});

test("what happens when a customer cancels and comes back: the date is set, not the switch", async () => {
  const { customer, subscription } = await newSubscriber();
  const url = await openPortal(customer);
  const path = `${url}/subscriptions/${subscription.id}`;
  expect(await (await open(`${path}/cancel`)).text()).toContain("too expensive");
  const done = next(await send(`${path}/cancel`, { feedback: "too_expensive", comment: "Sorry" }));
  expect(await (await open(done)).text()).toContain("Don't cancel");
  const canceled = await retrieve(subscription.id);
  expect(canceled).toMatchObject({
    status: "active",
    cancel_at: canceled.items.data[0]?.current_period_end,
    cancel_at_period_end: false,
  });
  expect(canceled.cancellation_details).toMatchObject({ feedback: "too_expensive", comment: "Sorry" });
  next(await send(`${path}/resume`, {}));
  expect(await retrieve(subscription.id)).toMatchObject({ cancel_at: null, cancel_at_period_end: false });
});

test("what happens when the card is changed: it pays from now on, for the customer and the subscription", async () => {
  const { customer, subscription } = await newSubscriber();
  const url = `${await openPortal(customer)}/payment-method`;
  const declined = await send(url, card("4000000000000002"));
  expect([declined.status, await declined.text()]).toEqual([402, expect.stringContaining("declined")]);
  const done = next(await open(next(await send(url, card("5555555555554444")))));
  expect(await (await open(done)).text()).toContain("Mastercard •••• 4444");
  const { default_payment_method } = await retrieve(subscription.id);
  const kept = await stripe.customers.retrieve(customer);
  expect(kept).toMatchObject({ invoice_settings: { default_payment_method } });
});

test.each([
  ["authorize", 303],
  ["fail", 402],
])("what happens when the bank asks about a new card and the answer is %s", async (answer, status) => {
  const { customer } = await newSubscriber();
  const url = `${await openPortal(customer)}/payment-method`;
  const bank = next(await send(url, card("4000002500003155")));
  const back = next(await send(bank, { answer }));
  expect((await open(back)).status).toBe(status);
});

async function newConfiguration(
  subscription: Stripe.Subscription,
  proration: "always_invoice" | "create_prorations",
) {
  const product = String(subscription.items.data[0]?.price.product);
  const bigger = await newPrice(stripe, { product, product_data: undefined, unit_amount: 9900 });
  const prices = [String(subscription.items.data[0]?.price.id), bigger];
  const { id } = await stripe.billingPortal.configurations.create({
    features: {
      subscription_update: {
        enabled: true,
        default_allowed_updates: ["price"],
        proration_behavior: proration,
        products: [{ product, prices }],
      },
    },
  });
  return { configuration: id, bigger };
}

test("what happens when a plan is switched: the preview says what is due, and confirming bills exactly that", async () => {
  const { customer, subscription } = await newSubscriber();
  const { configuration, bigger } = await newConfiguration(subscription, "always_invoice");
  const url = await openPortal(customer, { configuration });
  expect(await (await open(`${url}/subscriptions/${subscription.id}/update`)).text()).toContain("$99.00");
  const confirm = `${url}/subscriptions/${subscription.id}/confirm?price=${bigger}&quantity=1`;
  const preview = await (await open(confirm)).text();
  expect(preview).toContain("Due today");
  expect(preview).toContain("$70.00");
  expect((await retrieve(subscription.id)).items.data[0]?.price.id).not.toBe(bigger);
  next(await send(confirm, {}));
  const { items, latest_invoice } = await retrieve(subscription.id);
  expect(items.data[0]?.price.id).toBe(bigger);
  expect(await stripe.invoices.retrieve(String(latest_invoice))).toMatchObject({
    total: 7000,
    status: "paid",
  });
  expect(
    (await open(`${url}/subscriptions/${subscription.id}/confirm?price=price_other&quantity=1`)).status,
  ).toBe(403);
});

test("what happens on deep links: straight to the page, and on to where the flow ends", async () => {
  const { customer, subscription } = await newSubscriber();
  const cancel = await openPortal(customer, {
    flow_data: {
      type: "subscription_cancel",
      subscription_cancel: { subscription: subscription.id },
      after_completion: { type: "redirect", redirect: { return_url: "https://shop.test/bye" } },
    },
  });
  const page = next(await open(cancel));
  expect(page).toContain("/cancel");
  expect(next(await send(page, {}))).toBe("https://shop.test/bye");
  const details = await openPortal(customer, {
    flow_data: {
      type: "customer_update",
      after_completion: { type: "hosted_confirmation", hosted_confirmation: { custom_message: "Thanks!" } },
    },
  });
  const answer = await send(next(await open(details)), { name: "Bo", email: "bo@example.com", city: "Oslo" });
  expect(await answer.text()).toContain("Thanks!");
  const changed = { name: "Bo", email: "bo@example.com", address: { city: "Oslo" } };
  expect(await stripe.customers.retrieve(customer)).toMatchObject(changed);
  const { configuration, bigger } = await newConfiguration(subscription, "create_prorations");
  const [item] = subscription.items.data;
  const confirm = await openPortal(customer, {
    configuration,
    flow_data: {
      type: "subscription_update_confirm",
      subscription_update_confirm: {
        subscription: subscription.id,
        items: [{ id: item?.id ?? "", price: bigger }],
      },
    },
  });
  expect(next(await open(confirm))).toContain(`price=${bigger}`);
});

test("what happens when a flow is asked for that the configuration does not allow", async () => {
  const { customer, subscription } = await newSubscriber();
  const flow_data = {
    type: "subscription_update",
    subscription_update: { subscription: subscription.id },
  } as const;
  await expect(openPortal(customer, { flow_data })).rejects.toMatchObject({ param: "flow_data[type]" });
});

test("what happens when a configuration is made and changed: both are told, and the rest stays", async () => {
  const made = await stripe.billingPortal.configurations.create({
    features: { invoice_history: { enabled: true } },
    business_profile: { headline: "Your plan" },
  });
  expect(made).toMatchObject({ is_default: false, features: { subscription_cancel: { enabled: false } } });
  const changed = await stripe.billingPortal.configurations.update(made.id, {
    features: { subscription_cancel: { enabled: true, mode: "immediately" } },
  });
  expect(changed.features).toMatchObject({
    invoice_history: { enabled: true },
    subscription_cancel: { enabled: true, mode: "immediately" },
  });
  const { data } = await stripe.events.list({ type: "billing_portal.configuration.updated" });
  expect(data[0]?.data.previous_attributes).toMatchObject({
    features: { subscription_cancel: { enabled: false } },
  });
  const off = await stripe.billingPortal.configurations.update(made.id, { active: false });
  const { customer } = await newBuyer(stripe);
  await expect(openPortal(customer, { configuration: off.id })).rejects.toMatchObject({
    param: "configuration",
  });
});
