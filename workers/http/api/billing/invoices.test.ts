import { env } from "cloudflare:workers";
import { afterEach, expect, test, vi } from "vitest";
import { listDrifts } from "#billing/drifts/list-drifts.ts";
import { createBilledOwner } from "#tests/billed-owner.ts";
import { database } from "#tests/database.ts";
import { createMember } from "#tests/person.ts";
import { advanceClock } from "#tests/sandbox.ts";
import { addStripeFault, removeStripeFaults, stripe, subscribe, sync } from "#tests/stripe.ts";

vi.setConfig({ testTimeout: 30_000 });
afterEach(removeStripeFaults);

interface Shown {
  id: string;
  total: number;
  lines: { kind: string | null; quantity: number; amount: number; isProration: boolean }[];
}

/** Somebody who pays for 3 listings, and was invoiced twice more by hand. */
async function createPayer() {
  const { owner, id, path } = await createBilledOwner();
  const subscription = await subscribe({ id }, { quantity: 3 });
  const customer = String(subscription.customer);
  for (const amount of [100, 200]) {
    const draft = await stripe.invoices.create({ customer });
    await stripe.invoiceItems.create({ customer, invoice: draft.id, amount, currency: "usd" });
  }
  await sync({ id });
  return { owner, id, path, subscription, customer };
}

test("what happens when a payer looks at invoices: pages, newest first, and those of one status", async () => {
  const { owner, path } = await createPayer();
  const first = await owner.browser.get(`${path}/invoices?limit=2`);
  const { invoices, nextCursor } = first.body as { invoices: Shown[]; nextCursor: string };
  expect(invoices.map(({ total }) => total).sort()).toEqual([100, 200]);
  const second = await owner.browser.get(`${path}/invoices?limit=2&cursor=${nextCursor}`);
  expect(second.body).toMatchObject({
    invoices: [{ status: "paid", total: 1_500, quantity: 3 }],
    nextCursor: null,
  });
  const paid = await owner.browser.get(`${path}/invoices?status=paid`);
  expect((paid.body as { invoices: Shown[] }).invoices.map(({ total }) => total)).toEqual([1_500]);
  expect((await owner.browser.get(`${path}/invoices?status=lost`)).status).toBe(400);
  const wrong = await owner.browser.get(`${path}/invoices?cursor=1.in_1%27`);
  expect(wrong.body).toMatchObject({ error: { code: "invalid_cursor" } });
});

test("one invoice has its lines from Stripe, and its PDF is at Stripe; a draft has none", async () => {
  const { owner, path } = await createPayer();
  const all = ((await owner.browser.get(`${path}/invoices`)).body as { invoices: Shown[] }).invoices;
  const paid = all.find(({ total }) => total === 1_500);
  const shown = await owner.browser.get(`${path}/invoices/${paid?.id}`);
  expect(shown.body).toMatchObject({
    total: 1_500,
    startingBalance: 0,
    hasPdf: true,
    lines: [{ kind: "listing", plan: "starter", quantity: 3, amount: 1_500, isProration: false }],
  });
  const pdf = await owner.browser.get(`${path}/invoices/${paid?.id}/pdf`);
  expect([pdf.status, pdf.headers.get("location")]).toEqual([
    302,
    expect.stringMatching(/^https:\/\/sandbox\.test\/.*pdf$/),
  ]);
  const draft = all.find(({ total }) => total === 100);
  expect((await owner.browser.get(`${path}/invoices/${draft?.id}/pdf`)).body).toMatchObject({
    error: { code: "conflict" },
  });
});

test("another organization's invoice is not there, nor is one that does not exist", async () => {
  const [payer, other] = [await createPayer(), await createPayer()];
  const { data } = await stripe.invoices.list({ customer: other.customer });
  for (const id of [data[0]?.id, "in_nothing", "in_..%2F..%2Fcustomers", "sub_1"]) {
    for (const end of ["", "/pdf"]) {
      const { status, body } = await payer.owner.browser.get(`${payer.path}/invoices/${id}${end}`);
      expect([id, status, body]).toMatchObject([id, 404, { error: { code: "not_found" } }]);
    }
  }
});

test("the next invoice shows its lines, what a change within the month adds apart, and what the month will come to", async () => {
  const { owner, id, path, subscription } = await createPayer();
  const [item] = subscription.items.data;
  await stripe.subscriptions.update(subscription.id, { items: [{ id: item?.id, quantity: 5 }] });
  await sync({ id });
  await database.prepare("update billing_accounts set listings = 6 where organization_id = ?").bind(id).run();
  const { body } = await owner.browser.get(`${path}/upcoming`);
  const { upcoming, projected } = body as {
    upcoming: { total: number; lines: Shown["lines"]; prorations: Shown["lines"] };
    projected: { total: number };
  };
  expect(upcoming.lines).toMatchObject([{ kind: "listing", quantity: 5, amount: 2_500 }]);
  expect(upcoming.prorations.map(({ quantity }) => quantity)).toEqual([3, 5]);
  const added = upcoming.prorations.reduce((sum, { amount }) => sum + amount, 0);
  expect(upcoming.total).toBe(2_500 + added);
  expect(projected).toMatchObject({
    total: upcoming.total + 500,
    quantity: 5,
    listings: 6,
    overage: { calls: 0, amount: 0 },
  });
});

test("what happens when an invoice has more than ten lines: all are shown and counted, before and after it is made", async () => {
  const { owner, id, path, subscription, customer } = await createPayer();
  const [item] = subscription.items.data;
  for (let amount = 1; amount <= 10; amount += 1) {
    await stripe.invoiceItems.create({ customer, subscription: subscription.id, amount, currency: "usd" });
  }
  await stripe.subscriptions.update(subscription.id, { items: [{ id: item?.id, quantity: 5 }] });
  await sync({ id });
  await database.prepare("update billing_accounts set listings = 6 where organization_id = ?").bind(id).run();
  const { body } = await owner.browser.get(`${path}/upcoming`);
  const { upcoming, projected } = body as Record<"upcoming" | "projected", Shown & { prorations: object[] }>;
  expect(upcoming.lines.length + upcoming.prorations.length).toBe(13);
  expect(upcoming.lines.filter(({ kind }) => kind === "listing")).toMatchObject([{ quantity: 5 }]);
  expect(projected.total).toBe(upcoming.total + 500);

  await advanceClock("32d");
  await sync({ id });
  const { body: listed } = await owner.browser.get(`${path}/invoices`);
  const renewal = (listed as { invoices: Shown[] }).invoices.find(({ total }) => total === upcoming.total);
  expect(renewal).toMatchObject({ quantity: 5 });
  expect((await owner.browser.get(`${path}/invoices/${renewal?.id}`)).body).toMatchObject({ quantity: 5 });
});

test("without a subscription nothing is coming, and that is no error", async () => {
  const { owner, path } = await createBilledOwner();
  expect(await owner.browser.get(`${path}/upcoming`)).toMatchObject({
    status: 200,
    body: { upcoming: null, projected: null },
  });
  expect((await owner.browser.get(`${path}/invoices`)).body).toEqual({ invoices: [], nextCursor: null });
});

test("what happens when Stripe is down: the list is still there, and the rest says who is to blame", async () => {
  const { owner, path } = await createPayer();
  const [{ id } = { id: "" }] = ((await owner.browser.get(`${path}/invoices`)).body as { invoices: Shown[] })
    .invoices;
  await addStripeFault({ kind: "error", status: 500, when: "before" });
  expect((await owner.browser.get(`${path}/invoices`)).status).toBe(200);
  for (const address of ["upcoming", `invoices/${id}`, `invoices/${id}/pdf`]) {
    const { status, body } = await owner.browser.get(`${path}/${address}`);
    expect([status, body]).toMatchObject([
      502,
      { error: { code: "upstream_unavailable", whoCanFix: "upstream" } },
    ]);
  }
});

test("differences are listed with their causes, to those who may see bills, and to the operator for all", async () => {
  const { owner, id, path } = await createBilledOwner();
  const add = (name: string, at: number, repairedAt: number | null) =>
    database
      .prepare(
        `insert into billing_drifts (id, organization_id, at, kind, expected, found, cause, repaired_at)
        values (?, ?, ?, 'quantity', '3', '4', 'changed at Stripe', ?)`,
      )
      .bind(`${id}/${name}`, id, at, repairedAt)
      .run();
  await add("first", 1, 2);
  await add("second", 3, null);
  const idsOf = ({ body }: { body: unknown }) =>
    (body as { drifts: { id: string }[] }).drifts.map((drift) => drift.id);
  const all = await owner.browser.get(`${path}/drifts`);
  expect(idsOf(all)).toEqual([`${id}/second`, `${id}/first`]);
  expect(idsOf(await owner.browser.get(`${path}/drifts?repaired=false`))).toEqual([`${id}/second`]);
  expect(idsOf(await owner.browser.get(`${path}/drifts?kind=usage`))).toEqual([]);
  expect((await owner.browser.get(`${path}/drifts?kind=none`)).status).toBe(400);

  const everybodys = await listDrifts(env.DB, { repaired: true, limit: 200 });
  expect(everybodys.map((drift) => drift.id)).toContain(`${id}/first`);

  const other = await createBilledOwner();
  expect(idsOf(await other.owner.browser.get(`${other.path}/drifts`))).toEqual([]);
  expect((await other.owner.browser.get(`${path}/drifts`)).status).toBe(404);
});

test("an auditor sees bills, and a member who only works with tools does not", async () => {
  const { owner, id, path } = await createBilledOwner();
  for (const [role, status] of [
    ["auditor", 200],
    ["viewer", 403],
  ] as const) {
    const { browser } = await createMember(owner, id, role);
    for (const address of ["invoices", "upcoming", "drifts"]) {
      expect([role, address, (await browser.get(`${path}/${address}`)).status]).toEqual([
        role,
        address,
        status,
      ]);
    }
  }
});
