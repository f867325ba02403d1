import { afterAll, expect, test } from "vitest";
import { newAccount } from "#sandbox/stripe/wire/testing.ts";
import { advance, control, request, resetSandbox, restartSandbox } from "#sandbox/testing.ts";

afterAll(resetSandbox);

type Account = Awaited<ReturnType<typeof newAccount>>;

const snapshotOf = async ({ account }: Account) =>
  JSON.parse((await request(`/control/stripe/snapshot?account=${account}`)).text);

async function subscribe({ stripe }: Account) {
  const product = await stripe.products.create({ name: "Plan" });
  const price = await stripe.prices.create({
    product: product.id,
    currency: "usd",
    unit_amount: 2900,
    recurring: { interval: "month" },
  });
  const customer = await stripe.customers.create({
    payment_method: "pm_card_visa",
    invoice_settings: { default_payment_method: "pm_card_visa" },
  });
  return stripe.subscriptions.create({ customer: customer.id, items: [{ price: price.id }] });
}

test("each account has its own objects, and the state tells of all", async () => {
  const [one, two] = [await newAccount(), await newAccount()];
  const { id } = await one.stripe.customers.create({});
  await expect(two.stripe.customers.retrieve(id)).rejects.toMatchObject({ statusCode: 404 });
  const { stripe } = JSON.parse((await request("/control/state")).text);
  expect(stripe.accounts).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ account: one.account, secretKey: one.secretKey, customers: 1 }),
      expect.objectContaining({ account: two.account, customers: 0 }),
    ]),
  );
});

test("a snapshot takes an account back, and the same calls then make the same ids", async () => {
  await control("/clock", { speed: 0 });
  const mine = await newAccount();
  await mine.stripe.customers.create({ name: "Kept" });
  const before = await snapshotOf(mine);
  const first = await subscribe(mine);
  const after = await snapshotOf(mine);
  expect(await control("/stripe/snapshot", before)).toMatchObject({ status: 200 });
  expect((await mine.stripe.subscriptions.list()).data).toEqual([]);
  expect((await mine.stripe.customers.list()).data).toMatchObject([{ name: "Kept" }]);
  await control("/stripe/snapshot", before);
  expect(await subscribe(mine)).toEqual(first);
  expect((await snapshotOf(mine)).rows.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(
      after.rows
        .filter(({ kind }: { kind: string }) => kind === "stripe.event")
        .map(({ id }: { id: string }) => id),
    ),
  );
  await control("/clock", { speed: 1 });
});

test("everything of Stripe survives a restart, and what is due later still happens", async () => {
  const mine = await newAccount();
  const { id, items } = await subscribe(mine);
  const headers = { "Idempotency-Key": "before" };
  const made = await mine.send("POST", "/v1/customers", { form: "name=Ada", headers });

  await control("/stripe/settings", { account: mine.account, search_lag_seconds: 7 });
  const kind = "drop";
  await control("/stripe/faults", { account: mine.account, kind, type: "price.*", times: 3 });

  await restartSandbox();

  const read = async (what: string) =>
    JSON.parse((await request(`/control/stripe/${what}?account=${mine.account}`)).text);
  expect(await read("settings")).toMatchObject({ search_lag_seconds: 7 });
  expect(await read("faults")).toMatchObject({ faults: [{ kind, type: "price.*", times: 3 }] });
  expect(await mine.stripe.subscriptions.retrieve(id)).toMatchObject({ status: "active" });
  const again = await mine.send("POST", "/v1/customers", { form: "name=Ada", headers });
  expect([again.headers.get("Idempotent-Replayed"), again.body]).toEqual(["true", made.body]);
  expect((await mine.stripe.customers.create({})).id).not.toBe(made.body.id);
  await advance("32d");
  const renewed = await mine.stripe.subscriptions.retrieve(id);
  expect(renewed.items.data[0]?.current_period_start).toBe(items.data[0]?.current_period_end);
});

test("an account renews by itself when its time comes, without a request of its own", async () => {
  const mine = await newAccount();
  const { id } = await subscribe(mine);
  await advance("32d");
  const { rows } = await snapshotOf(mine);
  const types = rows.flatMap(({ kind, value }: { kind: string; value: { item: { type: string } } }) =>
    kind === "stripe.event" ? [value.item.type] : [],
  );
  expect(id).toMatch(/^sub_/);
  expect(types.filter((type: string) => type === "invoice.created")).toHaveLength(2);
});

test("what control does not understand is a 400", async () => {
  const { account } = await newAccount();
  const wrong: [string, object][] = [
    ["/stripe/accounts", { name: "x" }],
    ["/stripe/accounts/acct_404/keys", { permissions: {} }],
    [`/stripe/accounts/${account}/keys`, { permissions: { customers: "all" } }],
    ["/stripe/snapshot", { account: "acct_404", rows: [] }],
    ["/stripe/snapshot", { account, rows: [{ kind: "clock", id: "clock", value: {} }] }],
    ["/stripe/settings", { account, rate_limits: "yes" }],
  ];
  for (const [path, body] of wrong) expect((await control(path, body)).status, path).toBe(400);
});
