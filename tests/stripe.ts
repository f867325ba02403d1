import { env } from "cloudflare:workers";
import type Stripe from "stripe";
import { z } from "zod";
import { createStripe } from "#billing/create-stripe.ts";
import type { PlanName } from "#billing/plans.ts";
import { type Interval, type PricedItem, toLookupKey } from "#billing/prices.ts";
import { setUpStripe } from "#billing/setup/set-up-stripe.ts";
import { syncCustomer } from "#billing/sync/sync-customer.ts";
import { getNow } from "#lib/get-now.ts";
import type { CardBehaviour } from "#sandbox/stripe/core/records.ts";
import { database } from "./database.ts";
import type { TestOrganization } from "./organization.ts";
import { control } from "./sandbox.ts";

/** The product's own client, on the sandbox. */
export const stripe = createStripe(env);

export const WEBHOOK_URL = "https://latchkey.test/webhooks/stripe";

let settingUp: Promise<unknown> | undefined;

/** The plans are for sale, and webhooks arrive. A test that subscribes or pays awaits it, or uses what does. */
export async function openShop(): Promise<void> {
  settingUp ??= setUpShop();
  await settingUp;
}

async function setUpShop(): Promise<unknown> {
  await setUpStripe(stripe, { webhookUrl: WEBHOOK_URL, dashboardUrl: env.DASHBOARD_URL });
  return control("GET", "/stripe/snapshot");
}

const TABLES = [
  "billing_accounts",
  "billing_changes",
  "billing_drifts",
  "billing_events",
  "invoices",
  "listing_counts",
  "quantity_changes",
  "trial_claims",
];

/** What earlier files have left would come due in this one, and be waited for. */
export async function forgetBilling(): Promise<void> {
  await database.batch(TABLES.map((table) => database.prepare(`delete from ${table}`)));
  if (settingUp !== undefined) await control("POST", "/stripe/snapshot", await settingUp);
}

/** By the name that its present price goes by. */
export async function findPrice(item: PricedItem): Promise<string> {
  await openShop();
  const { data } = await stripe.prices.list({ lookup_keys: [toLookupKey(item)] });
  const [price] = data;
  if (price === undefined) throw new Error(`There is no price ${toLookupKey(item)}.`);
  return price.id;
}

export const cards = {
  good: "4242424242424242",
  declined: "4000000000000002",
  /** Can be kept, and is declined when it is charged. */
  failsLater: "4000000000000341",
  confirmOnce: "4000002500003155",
  confirmAlways: "4000002760003184",
} as const;

/** Fills in the page of a checkout session as somebody with this card would. Returns where it leads. */
export async function payCheckout(url: string, number: string = cards.good): Promise<string> {
  const answer = await env.SANDBOX.fetch(url, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      method: "card",
      number,
      expiry: "12/40",
      cvc: "123",
      name: "Ada Lovelace",
      email: "ada@example.com",
    }).toString(),
    redirect: "manual",
  });
  const location = answer.headers.get("location");
  await answer.body?.cancel();
  if (location === null) throw new Error(`The checkout page answered ${answer.status}.`);
  return new URL(location, url).href;
}

/** Answers the bank's question, where `payCheckout` led to it. */
export async function confirmAtBank(
  url: string,
  answer: "authorize" | "fail" = "authorize",
): Promise<string> {
  const response = await env.SANDBOX.fetch(url, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ answer }).toString(),
    redirect: "manual",
  });
  await response.body?.cancel();
  return new URL(response.headers.get("location") ?? url, url).href;
}

type Billed = Pick<TestOrganization, "id">;

/** Its billing, as it is stored. */
export async function readAccount({ id }: Billed) {
  const row = await database
    .prepare("select * from billing_accounts where organization_id = ?")
    .bind(id)
    .first();
  return Account.parse(row);
}

const Account = z.looseObject({
  plan: z.string(),
  status: z.string(),
  customer_id: z.string().nullable(),
  subscription_id: z.string().nullable(),
  subscription_status: z.string().nullable(),
  quantity: z.number().nullable(),
  entitlement_version: z.number(),
  ticket: z.number(),
  synced_ticket: z.number(),
});

/** Its customer in Stripe with a card that works, made if there is none. */
export async function createCustomer({ id }: Billed): Promise<string> {
  const known = (await readAccount({ id })).customer_id;
  if (known !== null) return known;
  const { id: customer } = await stripe.customers.create({
    name: "Test organization",
    email: "billing@example.com",
    payment_method: "pm_card_visa",
    invoice_settings: { default_payment_method: "pm_card_visa" },
    metadata: { organization: id },
  });
  await database
    .prepare("update billing_accounts set customer_id = ? where organization_id = ?")
    .bind(customer, id)
    .run();
  return customer;
}

interface Subscribing {
  plan?: Exclude<PlanName, "free">;
  interval?: Interval;
  /** Listings; 0: without an item for them. */
  quantity?: number;
}

/** A paid subscription, as checkout would make it, written down by a sync. */
export async function subscribe(
  organization: Billed,
  options: Subscribing = {},
): Promise<Stripe.Subscription> {
  const { plan = "starter", interval = "month", quantity = 3 } = options;
  const customer = await createCustomer(organization);
  const listing = quantity > 0 && {
    price: await findPrice({ plan, kind: "listing", interval: "month" }),
    quantity,
  };
  const base = plan !== "starter" && {
    price: await findPrice({ plan, kind: "base", interval }),
    quantity: 1,
  };
  const subscription = await stripe.subscriptions.create({
    customer,
    items: [base, listing].filter((item) => item !== false),
    metadata: { organization: organization.id },
  });
  await sync(organization);
  return subscription;
}

/** Reads everything anew, as a webhook would have it done. */
export async function sync({ id }: Billed) {
  return syncCustomer({ env, id, now: await getNow(env), by: { actor: "system" } });
}

/** How every card of the customer behaves from now on; null: as its number says. */
export async function setCard(customer: string, card: CardBehaviour | null): Promise<void> {
  await control("POST", `/stripe/customers/${customer}`, { card });
}

/** All webhooks that are due have been answered. */
export async function deliverWebhooks(): Promise<void> {
  await control("POST", "/stripe/webhooks/deliver", {});
}

/** A fault of the stand-in, for one customer or for all. */
export async function addStripeFault(fault: { kind: string; customer?: string; [field: string]: unknown }) {
  await control("POST", "/stripe/faults", fault);
}

export async function removeStripeFaults(): Promise<void> {
  await control("DELETE", "/stripe/faults");
}

/** The history of its subscription, oldest first. */
export async function listChanges({ id }: Billed) {
  const { results } = await database
    .prepare("select * from billing_changes where organization_id = ? order by at, rowid")
    .bind(id)
    .all();
  return z.array(z.looseObject({ id: z.string(), kind: z.string() })).parse(results);
}

/** Where Stripe and we did not agree. */
export async function listDrifts({ id }: Billed) {
  const { results } = await database
    .prepare("select * from billing_drifts where organization_id = ? order by at, rowid")
    .bind(id)
    .all();
  return z.array(z.looseObject({ kind: z.string(), cause: z.string() })).parse(results);
}
