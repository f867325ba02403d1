import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { getNow } from "#lib/get-now.ts";
import { askFor, createSubscriber, endTrial, setTrialEnd } from "#tests/billing.ts";
import { createOrganization } from "#tests/organization.ts";
import { codeOf, refusalOf } from "#tests/refusal.ts";
import { advanceClock, createAccount } from "#tests/sandbox.ts";
import {
  cards,
  confirmAtBank,
  findPrice,
  openShop,
  payCheckout,
  readAccount,
  stripe,
  sync,
} from "#tests/stripe.ts";
import { returnFromCheckout } from "./return-from-checkout.ts";
import { startCheckout } from "./start-checkout.ts";

// Each test pays for a subscription of its own, which takes some dozen requests.
vi.setConfig({ testTimeout: 30_000 });

async function createBuyer() {
  await openShop();
  const organization = await createOrganization();
  await endTrial(organization);
  return organization;
}

const toSessionId = (url: string) => url.split("/").at(-1)?.split("?")[0] ?? "";

test("what happens when 3 listings subscribe to Starter from Free, which serves 2: $15, and metadata everywhere", async () => {
  const organization = await createBuyer();
  const { url } = await startCheckout(await askFor(organization), { plan: "starter" });
  const back = await payCheckout(url);
  expect(back).toMatch(/^https:\/\/app\.latchkey\.test\/billing\?checkout=done&session_id=cs_/);
  const sessionId = new URL(back).searchParams.get("session_id") ?? "";
  expect(await returnFromCheckout(await askFor(organization), { sessionId })).toEqual({ outcome: "paid" });
  const account = await readAccount(organization);
  expect(account).toMatchObject({ plan: "starter", status: "active", quantity: 3 });
  const subscription = await stripe.subscriptions.retrieve(account.subscription_id ?? "", {
    expand: ["latest_invoice", "customer"],
  });
  expect(subscription).toMatchObject({
    metadata: { organization: organization.id },
    customer: { metadata: { organization: organization.id } },
    latest_invoice: { amount_paid: 1_500 },
    billing_mode: { type: "flexible" },
  });
});

test("what happens when Pro is bought by the year: a yearly base beside monthly listings", async () => {
  const { subscription, listings } = await createSubscriber({ plan: "pro", interval: "year" });
  const { items, latest_invoice } = await stripe.subscriptions.retrieve(subscription, {
    expand: ["latest_invoice"],
  });
  const sold = items.data.map(({ price, quantity }) => [price.lookup_key, quantity]);
  expect(sold).toEqual([
    ["latchkey_pro_base_year", 1],
    ["latchkey_pro_listing", listings],
  ]);
  expect(latest_invoice).toMatchObject({ amount_paid: 49_000 + 500 * listings });
});

test("what happens when somebody subscribes during the trial: its rest stays free", async () => {
  await openShop();
  const organization = await createOrganization();
  const { url } = await startCheckout(await askFor(organization), { plan: "starter" });
  await payCheckout(url);
  await sync(organization);
  const { subscription_id, trial_ends_at, status } = await readAccount(organization);
  const subscription = await stripe.subscriptions.retrieve(subscription_id ?? "");
  expect([subscription.status, status]).toEqual(["trialing", "active"]);
  expect(subscription.trial_end).toBe(Math.floor(Number(trial_ends_at) / 1_000));
});

test("what happens when less than two days of the trial are left: they stay free too, in whole days", async () => {
  await openShop();
  const organization = await createOrganization();
  const endsAt = Math.floor(await getNow(env)) + 30 * 60 * 60 * 1_000;
  await setTrialEnd(organization, endsAt);
  const { url } = await startCheckout(await askFor(organization), { plan: "starter" });
  await payCheckout(url);
  await sync(organization);
  const { subscription_id } = await readAccount(organization);
  const { status, trial_end } = await stripe.subscriptions.retrieve(subscription_id ?? "");
  expect(status).toBe("trialing");
  expect(trial_end).toBeGreaterThanOrEqual(Math.floor(endsAt / 1_000));
  expect(trial_end).toBeLessThan(Math.ceil(endsAt / 1_000) + 24 * 60 * 60);
});

test("what happens when the trial has ended since a page was made for it: another page, without a trial", async () => {
  await openShop();
  const organization = await createOrganization();
  const first = await startCheckout(await askFor(organization), { plan: "starter" });
  await endTrial(organization);
  const second = await startCheckout(await askFor(organization), { plan: "starter" });
  expect(second.url).not.toBe(first.url);
  await expect(payCheckout(first.url)).rejects.toThrow("410");
  await payCheckout(second.url);
  await sync(organization);
  expect((await readAccount(organization)).subscription_status).toBe("active");
});

test("what happens when there are no listings: Starter is refused, Pro is its base alone", async () => {
  await openShop();
  const organization = await createOrganization(await createAccount("empty"));
  await endTrial(organization);
  const refusal = await refusalOf(async () => startCheckout(await askFor(organization), { plan: "starter" }));
  expect([refusal.code, refusal.message]).toEqual(["conflict", expect.stringContaining("no active one")]);
  const { url } = await startCheckout(await askFor(organization), { plan: "pro" });
  await payCheckout(url);
  await sync(organization);
  expect(await readAccount(organization)).toMatchObject({ plan: "pro", status: "active", quantity: null });
});

test("what happens when the same is asked for twice: one page; for another plan, the former page closes", async () => {
  const organization = await createBuyer();
  const first = await startCheckout(await askFor(organization), { plan: "starter" });
  expect(await startCheckout(await askFor(organization), { plan: "starter" })).toEqual(first);
  const other = await startCheckout(await askFor(organization), { plan: "pro" });
  expect(other.url).not.toBe(first.url);
  await expect(payCheckout(first.url)).rejects.toThrow("410");
  await payCheckout(other.url);
  await sync(organization);
  expect((await readAccount(organization)).plan).toBe("pro");
  const refusal = await refusalOf(async () => startCheckout(await askFor(organization), { plan: "starter" }));
  expect([refusal.code, refusal.message]).toEqual(["conflict", expect.stringContaining("already")]);
});

test("what happens when two tabs ask at once: one of them waits, and there is one customer", async () => {
  const organization = await createBuyer();
  const ctx = await askFor(organization);
  const tabs = await Promise.allSettled([1, 2].map(() => startCheckout(ctx, { plan: "starter" })));
  const urls = new Set(tabs.flatMap((tab) => (tab.status === "fulfilled" ? [tab.value.url] : [])));
  expect(urls.size).toBe(1);
  for (const tab of tabs) if (tab.status === "rejected") expect(tab.reason.code).toBe("conflict");
  expect((await readAccount(organization)).operation).toBeNull();
});

test("what happens when the bank wants the first payment confirmed: nothing until it is", async () => {
  const organization = await createBuyer();
  const { url } = await startCheckout(await askFor(organization), { plan: "starter" });
  const question = await payCheckout(url, cards.confirmOnce);
  const sessionId = toSessionId(url);
  expect(await returnFromCheckout(await askFor(organization), { sessionId })).toEqual({ outcome: "open" });
  expect((await readAccount(organization)).plan).toBe("free");
  await confirmAtBank(question);
  expect(await returnFromCheckout(await askFor(organization), { sessionId })).toEqual({ outcome: "paid" });
  expect((await readAccount(organization)).plan).toBe("starter");
});

test("what happens when the customer is deleted at Stripe: the next checkout makes another", async () => {
  const organization = await createBuyer();
  await startCheckout(await askFor(organization), { plan: "starter" });
  const former = (await readAccount(organization)).customer_id ?? "";
  await stripe.customers.del(former);
  const { url } = await startCheckout(await askFor(organization), { plan: "starter" });
  await payCheckout(url);
  await sync(organization);
  const { customer_id, plan } = await readAccount(organization);
  expect([customer_id === former, plan]).toEqual([false, "starter"]);
});

test("what happens when Stripe bills the customer in another currency: the operator has to look", async () => {
  const organization = await createBuyer();
  await startCheckout(await askFor(organization), { plan: "starter" });
  const { customer_id: customer } = await readAccount(organization);
  await stripe.invoiceItems.create({ customer: customer ?? "", currency: "eur", amount: 100 });
  const refusal = await refusalOf(async () => startCheckout(await askFor(organization), { plan: "starter" }));
  expect([refusal.code, refusal.details.whoCanFix]).toEqual(["conflict", "operator"]);
});

test("what happens when the session is another organization's, or none: not found", async () => {
  const [mine, theirs] = [await createBuyer(), await createBuyer()];
  const { url } = await startCheckout(await askFor(theirs), { plan: "starter" });
  const ask = async (sessionId: string) => returnFromCheckout(await askFor(mine), { sessionId });
  expect(await codeOf(() => ask(toSessionId(url)))).toBe("not_found");
  expect(await codeOf(() => ask("cs_test_nothing"))).toBe("not_found");
  expect(await codeOf(() => ask("../customers"))).toBe("invalid_request");
});

test.each([{ plan: "free" }, { plan: "starter", interval: "year" }, { plan: "pro", interval: "week" }, {}])(
  "%j cannot be bought",
  async (input) => {
    const organization = await createBuyer();
    const buying = async () =>
      startCheckout(await askFor(organization), input as Parameters<typeof startCheckout>[1]);
    expect(await codeOf(buying)).toBe("invalid_request");
  },
);

test("what happens when there is no Stripe key: billing is off", async () => {
  const organization = await createBuyer();
  const ctx = { ...(await askFor(organization)), env: { ...env, STRIPE_SECRET_KEY: undefined } };
  expect(await codeOf(() => startCheckout(ctx, { plan: "starter" }))).toBe("billing_off");
});

test("what happens when two tabs pay two sessions: one subscription stays, and it is the older one", async () => {
  const organization = await createBuyer();
  const { url } = await startCheckout(await askFor(organization), { plan: "starter" });
  const { customer_id } = await readAccount(organization);
  const metadata = { organization: organization.id };
  // Where both were opened before either was closed.
  const other = await stripe.checkout.sessions.create({
    mode: "subscription",
    customer: customer_id ?? "",
    line_items: [{ price: await findPrice({ plan: "pro", kind: "base", interval: "month" }), quantity: 1 }],
    success_url: "https://app.latchkey.test/billing",
    metadata,
    subscription_data: { metadata },
  });
  await payCheckout(url);
  await advanceClock("60s");
  await payCheckout(other.url ?? "");
  await returnFromCheckout(await askFor(organization), { sessionId: other.id });
  const { data } = await stripe.subscriptions.list({ customer: customer_id ?? "" });
  expect(data.map(({ items }) => items.data.map(({ price }) => price.lookup_key))).toEqual([
    ["latchkey_starter_listing"],
  ]);
  expect((await readAccount(organization)).plan).toBe("starter");
});

test("what happens when a bank debit takes days: it is under way, and nothing else can be bought meanwhile", async () => {
  const organization = await createBuyer();
  const { url } = await startCheckout(await askFor(organization), { plan: "starter" });
  const form = {
    method: "us_bank_account",
    account_number: "000123456789",
    name: "Ada",
    email: "a@example.com",
  };
  const paid = await env.SANDBOX.fetch(url, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form).toString(),
    redirect: "manual",
  });
  await paid.body?.cancel();
  expect(paid.status).toBe(303);
  const sessionId = toSessionId(url);
  expect(await returnFromCheckout(await askFor(organization), { sessionId })).toEqual({
    outcome: "processing",
  });
  const again = async () => startCheckout(await askFor(organization), { plan: "pro" });
  expect(await codeOf(again)).toBe("conflict");
});
