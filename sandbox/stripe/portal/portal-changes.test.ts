import type Stripe from "stripe";
import { afterAll, expect, test } from "vitest";
import { advance, control, resetSandbox } from "#sandbox/testing.ts";
import { newBuyer, newPrice, next, open, send } from "../pages/testing.ts";
import { newAccount } from "../wire/testing.ts";

afterAll(resetSandbox);

type Features = Stripe.BillingPortal.ConfigurationCreateParams.Features;

async function newGuest(toFeatures: (item: Stripe.SubscriptionItem) => Features) {
  const { stripe } = await newAccount();
  const { customer, price } = await newBuyer(stripe, {
    payment_method: "pm_card_visa",
    invoice_settings: { default_payment_method: "pm_card_visa" },
  });
  const subscription = await stripe.subscriptions.create({ customer, items: [{ price }] });
  const [item] = subscription.items.data;
  if (!item) throw new Error("A subscription without items");
  const configuration = await stripe.billingPortal.configurations.create({ features: toFeatures(item) });
  const { url } = await stripe.billingPortal.sessions.create({ customer, configuration: configuration.id });
  const path = `${url}/subscriptions/${subscription.id}`;
  return {
    stripe,
    customer,
    url,
    path,
    item,
    retrieve: () => stripe.subscriptions.retrieve(subscription.id),
  };
}

const cancellable = () => ({ subscription_cancel: { enabled: true } });

test("what happens when a schedule has nothing more to change: the customer cancels, and it lets go", async () => {
  const { stripe, path, retrieve } = await newGuest(cancellable);
  const schedule = await stripe.subscriptionSchedules.create({ from_subscription: (await retrieve()).id });
  expect((await open(`${path}/cancel`)).status).toBe(200);
  next(await send(`${path}/cancel`, {}));
  const { cancel_at, items, schedule: attached } = await retrieve();
  expect([cancel_at, attached]).toEqual([items.data[0]?.current_period_end, null]);
  expect((await stripe.subscriptionSchedules.retrieve(schedule.id)).status).toBe("released");
});

test("what happens when a schedule has more phases to come: the portal changes nothing", async () => {
  const { stripe, path, item, retrieve } = await newGuest(cancellable);
  const { id, phases } = await stripe.subscriptionSchedules.create({
    from_subscription: (await retrieve()).id,
  });
  const items = [{ price: item.price.id, quantity: 1 }];
  const { start_date = 0, end_date } = phases[0] ?? {};
  await stripe.subscriptionSchedules.update(id, {
    phases: [
      { items, start_date, end_date },
      { items: [{ price: item.price.id, quantity: 2 }], duration: { interval: "month" } },
    ],
  });
  expect((await open(`${path}/cancel`)).status).toBe(403);
  expect((await send(`${path}/cancel`, {})).status).toBe(403);
  expect((await retrieve()).cancel_at).toBeNull();
});

test("what happens when a cheaper plan is chosen: it comes with the next period, and nothing is charged before", async () => {
  const guest = await newGuest(cancellable);
  const { stripe, customer, item, retrieve } = guest;
  const cheaper = await newPrice(stripe, {
    product: String(item.price.product),
    product_data: undefined,
    unit_amount: 900,
  });
  const { id: configuration } = await stripe.billingPortal.configurations.create({
    features: {
      subscription_update: {
        enabled: true,
        default_allowed_updates: ["price"],
        products: [{ product: String(item.price.product), prices: [item.price.id, cheaper] }],
        schedule_at_period_end: { conditions: [{ type: "decreasing_item_amount" }] },
      },
    },
  });
  const { url } = await stripe.billingPortal.sessions.create({ customer, configuration });
  const confirm = `${url}/subscriptions/${(await retrieve()).id}/confirm?price=${cheaper}&quantity=1`;
  const preview = await (await open(confirm)).text();
  expect(preview).toContain("Your plan changes on");
  expect((await retrieve()).schedule).toBeNull();
  expect(await (await open(next(await send(confirm, {})))).text()).toContain("Your plan changes on");
  expect((await retrieve()).items.data[0]?.price.id).toBe(item.price.id);
  expect((await stripe.invoices.list({ customer })).data).toHaveLength(1);
  await advance("32d");
  expect((await retrieve()).items.data[0]?.price.id).toBe(cheaper);
  const [renewal] = (await stripe.invoices.list({ customer })).data;
  expect(renewal).toMatchObject({ total: 900, billing_reason: "subscription_cycle" });
});

test("what happens when a customer pauses for a month: it goes on by itself, or before if they say so", async () => {
  const { path, url, retrieve } = await newGuest(() => ({
    subscription_pause: {
      enabled: true,
      duration: { type: "interval_options", interval_options: [{ interval: "month" }] },
    },
  }));
  expect(await (await open(`${path}/pause`)).text()).toContain("1 month");
  expect((await send(`${path}/pause`, { duration: "7" })).status).toBe(403);
  next(await send(`${path}/pause`, { duration: "0" }));
  expect((await retrieve()).status).toBe("paused");
  const page = await (await open(url)).text();
  expect(page).toContain(`${new URL(path).pathname}/unpause`);
  next(await send(`${path}/unpause`, {}));
  expect((await retrieve()).status).toBe("active");
  next(await send(`${path}/pause`, {}));
  await advance("20d");
  expect((await retrieve()).status).toBe("paused");
  await advance("12d");
  expect((await retrieve()).status).toBe("active");
});

test("what happens when pausing is not offered: it is refused", async () => {
  const { path, retrieve } = await newGuest(cancellable);
  expect((await open(`${path}/pause`)).status).toBe(403);
  expect((await send(`${path}/pause`, {})).status).toBe(403);
  expect((await retrieve()).status).toBe("active");
});

test("what happens when a portal link is older than an hour: it leads nowhere but back", async () => {
  await control("/clock", { speed: 0 });
  const { stripe, customer } = await newGuest(cancellable);
  const return_url = "https://shop.test/account";
  const { url } = await stripe.billingPortal.sessions.create({ customer, return_url });
  await advance("1h");
  expect((await open(url)).status).toBe(200);
  await advance("1s");
  const late = await open(url);
  expect([late.status, await late.text()]).toEqual([410, expect.stringContaining(return_url)]);
  expect((await send(`${url}/details`, { name: "Eve", email: "eve@example.com" })).status).toBe(410);
});

test("what happens when portals are opened and configured: each is told, the first configuration once", async () => {
  const { stripe } = await newAccount();
  const { id: customer } = await stripe.customers.create({});
  const first = await stripe.billingPortal.sessions.create({ customer });
  await stripe.billingPortal.sessions.create({ customer });
  const made = await stripe.billingPortal.configurations.create({ features: cancellable() });
  await stripe.billingPortal.configurations.update(made.id, { name: "Other" });
  const { data } = await stripe.events.list({ type: "billing_portal.*" });
  expect(data.map(({ type }) => type).toReversed()).toEqual([
    "billing_portal.configuration.created",
    "billing_portal.session.created",
    "billing_portal.session.created",
    "billing_portal.configuration.created",
    "billing_portal.configuration.updated",
  ]);
  expect(data.at(-2)?.data.object).toMatchObject({ id: first.id, object: "billing_portal.session" });
  expect(data[0]?.data).toMatchObject({ previous_attributes: { name: null } });
});
