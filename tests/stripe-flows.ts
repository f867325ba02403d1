import type Stripe from "stripe";
import { database } from "./database.ts";
import { createOrganization } from "./organization.ts";
import { addStripeFault, findPrice, openShop, payCheckout, setCard, stripe } from "./stripe.ts";

const DAY = 86_400;

/** An organization whose customer lives by a clock of its own, and whose events go out only through the test. */
export async function createWorld() {
  await openShop();
  const organization = await createOrganization();
  const frozen_time = Math.floor(Date.UTC(2027, 2, 1) / 1_000);
  const { id: clock } = await stripe.testHelpers.testClocks.create({ frozen_time });
  const { id: customer } = await stripe.customers.create({
    test_clock: clock,
    payment_method: "pm_card_visa",
    invoice_settings: { default_payment_method: "pm_card_visa" },
    metadata: { organization: organization.id },
  });
  await database
    .prepare("update billing_accounts set customer_id = ? where organization_id = ?")
    .bind(customer, organization.id)
    .run();
  await addStripeFault({ kind: "drop", customer });
  return { organization, customer, clock, frozenAt: frozen_time, delivered: new Set<string>() };
}
export type World = Awaited<ReturnType<typeof createWorld>>;

const find = async ({ customer }: World): Promise<Stripe.Subscription | undefined> =>
  (await stripe.subscriptions.list({ customer })).data[0];

/** One that can be changed: made or paid for first, where there is none. */
async function getLive(world: World): Promise<Stripe.Subscription> {
  const found = await find(world);
  if (found?.status === "incomplete") await pay(world);
  else if (found === undefined) await subscribe(world);
  return (await find(world)) ?? found ?? Promise.reject(new Error("There is no subscription."));
}

async function pay({ customer }: World): Promise<Stripe.Invoice> {
  await setCard(customer, null);
  const [open] = (await stripe.invoices.list({ customer, status: "open" })).data;
  if (open === undefined) throw new Error("Nothing is to be paid.");
  return stripe.invoices.pay(open.id);
}

async function subscribe(world: World, more: Partial<Stripe.SubscriptionCreateParams> = {}) {
  if (await find(world)) throw new Error("There is a subscription.");
  const price = await findPrice({ plan: "starter", kind: "listing", interval: "month" });
  return stripe.subscriptions.create({ customer: world.customer, items: [{ price, quantity: 3 }], ...more });
}

async function checkOut({ customer }: World): Promise<string> {
  const price = await findPrice({ plan: "starter", kind: "listing", interval: "month" });
  const { url } = await stripe.checkout.sessions.create({
    mode: "subscription",
    customer,
    line_items: [{ price, quantity: 3 }],
    success_url: "https://app.latchkey.test/billing",
  });
  return payCheckout(url ?? "");
}

const itemOf = ({ items }: Stripe.Subscription) => items.data[0]?.id ?? "";

async function advance(world: World, days: number): Promise<void> {
  world.frozenAt += days * DAY;
  await stripe.testHelpers.testClocks.advance(world.clock, { frozen_time: world.frozenAt });
}

/** The flows that Stripe's events tell of. One that Stripe refuses in the present state tells of nothing. */
export const flows: Record<string, (world: World) => Promise<unknown>> = {
  subscribe: (world) => subscribe(world),
  incomplete: (world) => subscribe(world, { payment_behavior: "default_incomplete" }),
  trial: (world) => subscribe(world, { trial_period_days: 2 }),
  checkOut,
  quantity: async (world) => {
    const subscription = await getLive(world);
    const quantity = (subscription.items.data[0]?.quantity ?? 0) + 2;
    return stripe.subscriptions.update(subscription.id, { items: [{ id: itemOf(subscription), quantity }] });
  },
  upgrade: async (world) => {
    const subscription = await getLive(world);
    const price = await findPrice({ plan: "pro", kind: "listing", interval: "month" });
    return stripe.subscriptions.update(subscription.id, {
      items: [
        { id: itemOf(subscription), price },
        { price: await findPrice({ plan: "pro", kind: "base", interval: "month" }), quantity: 1 },
      ],
      proration_behavior: "always_invoice",
    });
  },
  schedule: async (world) => {
    const { id } = await getLive(world);
    const { id: schedule, phases } = await stripe.subscriptionSchedules.create({ from_subscription: id });
    const [phase] = phases;
    if (phase === undefined) throw new Error("A schedule without a phase.");
    const price = await findPrice({ plan: "starter", kind: "listing", interval: "month" });
    return stripe.subscriptionSchedules.update(schedule, {
      metadata: { latchkey: "plan_change" },
      end_behavior: "release",
      phases: [
        {
          start_date: phase.start_date,
          end_date: phase.end_date,
          items: phase.items.map(({ price: current, quantity }) => ({ price: String(current), quantity })),
        },
        {
          items: [{ price, quantity: 1 }],
          duration: { interval: "month" },
          proration_behavior: "none",
          metadata: { lookup_key: "latchkey_starter_listing" },
        },
      ],
    });
  },
  cancelLater: async (world) =>
    stripe.subscriptions.update((await getLive(world)).id, { cancel_at_period_end: true }),
  keep: async (world) =>
    stripe.subscriptions.update((await getLive(world)).id, { cancel_at_period_end: false }),
  cancelNow: async (world) => stripe.subscriptions.cancel((await getLive(world)).id),
  pause: async (world) =>
    stripe.subscriptions.update((await getLive(world)).id, { pause_collection: { behavior: "void" } }),
  renewal: async (world) => {
    await getLive(world);
    await advance(world, 32);
  },
  failedRenewal: async (world) => {
    await getLive(world);
    await setCard(world.customer, "declined");
    await advance(world, 32);
  },
  finalFailure: async (world) => {
    await getLive(world);
    await setCard(world.customer, "declined");
    await advance(world, 32);
    await advance(world, 20);
  },
  pay,
};

/** Those that make a subscription where there is none. */
export const starts = ["subscribe", "incomplete", "trial", "checkOut"];
export const others = Object.keys(flows).filter((name) => !starts.includes(name));
