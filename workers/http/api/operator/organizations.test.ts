import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { z } from "zod";
import { forOrganization } from "#directory/directory.ts";
import { saveRollup } from "#directory/operator/save-rollup.ts";
import { newId, type OrgId } from "#ids.ts";
import { getNow } from "#lib/get-now.ts";
import { rollUp } from "#operator/roll-up.ts";
import { createBilledOwner } from "#tests/billed-owner.ts";
import { createSubscriber } from "#tests/billing.ts";
import { database } from "#tests/database.ts";
import { CONSOLE, createOperator } from "#tests/operator.ts";
import { callRest } from "#tests/organization.ts";
import { createMember, createPerson, type Person } from "#tests/person.ts";

const Page = z.object({
  organizations: z.array(z.looseObject({ id: z.string(), name: z.string(), status: z.string() })),
  nextCursor: z.string().nullable(),
});

const list = async ({ browser }: Person, query: Record<string, string> = {}) =>
  Page.parse((await browser.get(`${CONSOLE}/organizations?${new URLSearchParams(query)}`)).body);

const idsOf = async (...asked: Parameters<typeof list>) =>
  (await list(...asked)).organizations.map(({ id }) => id);

test("an organization is found by its name, slug, id, a member's address and its customer at Stripe", async () => {
  const operator = await createOperator();
  const { owner, id } = await createBilledOwner();
  const member = await createMember(owner, id, "viewer");
  const mark = id.slice(-8);
  const base = `/api/v1/organizations/${id}`;
  await owner.browser.send("PATCH", base, { name: `Homes 50% of "${mark}"`, slug: `homes-${mark}` });
  await database
    .prepare("update billing_accounts set customer_id = ? where organization_id = ?")
    .bind(`cus_${mark}`, id)
    .run();
  const searches = [
    `50% of "${mark}`,
    `HOMES-${mark}`,
    id,
    owner.email,
    member.email.slice(0, 20),
    `cus_${mark}`,
  ];
  for (const search of searches) expect([search, await idsOf(operator, { search })]).toEqual([search, [id]]);
  for (const search of ["%", "_", "' or 1=1 --", `cus_${mark.slice(0, 4)}`])
    expect([search, (await idsOf(operator, { search })).includes(id)]).toEqual([search, search === "%"]);
});

test("pages go on where the last one ended, newest first, and miss none made at the same moment", async () => {
  const operator = await createOperator();
  const mark = crypto.randomUUID().slice(0, 8);
  const ids = Array.from({ length: 5 }, (_, index) => `org_${mark}0000000${index}`);
  await database.batch(
    ids.map((id, index) =>
      database
        .prepare("insert into organizations (id, name, state, created_at) values (?, ?, 'active', ?)")
        .bind(id, `Many ${mark}`, index < 3 ? 1_000 : 2_000),
    ),
  );
  const seen: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query = { search: `many ${mark}`, limit: "2", ...(cursor && { cursor }) };
    const page = await list(operator, query);
    seen.push(...page.organizations.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual([ids[4], ids[3], ids[2], ids[1], ids[0]]);
});

test("an organization whose object is empty is shown all the same", async () => {
  const operator = await createOperator();
  const id = newId("org");
  await database
    .prepare(
      "insert into organizations (id, name, state, created_at) values (?, 'Half made', 'provisioning', 0)",
    )
    .bind(id)
    .run();
  const { body, status } = await operator.browser.get(`${CONSOLE}/organizations/${id}`);
  expect([status, body]).toMatchObject([200, { status: "provisioning", limits: [], owner: null, calls: 0 }]);
});

test("the status filter keeps to what it names, and the operator's suspension comes before what was paid", async () => {
  const operator = await createOperator();
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const isIn = async (status: string) => (await idsOf(operator, { status, search: id })).includes(id);
  expect([await isIn("trialing"), await isIn("suspended")]).toEqual([true, false]);
  await operator.browser.post(`${CONSOLE}/organizations/${id}/suspend`, { reason: "Spam" });
  expect([await isIn("trialing"), await isIn("suspended")]).toEqual([false, true]);
  await operator.browser.post(`${CONSOLE}/organizations/${id}/resume`);
  await owner.browser.send("DELETE", `/api/v1/organizations/${id}`, { name: "Test organization" });
  expect(await isIn("deleting")).toBe(true);
});

test("a subscriber is shown with plan, revenue, listings, limits, history and calls", async () => {
  const operator = await createOperator();
  const { organization, customer, listings } = await createSubscriber({ plan: "pro", interval: "year" });
  await callRest(organization.apiKey, "get_properties");
  await rollUp({ env, now: await getNow(env) }, organization.id);
  const { body } = await operator.browser.get(`${CONSOLE}/organizations/${organization.id}`);
  expect(body).toMatchObject({
    id: organization.id,
    state: "active",
    status: "active",
    plan: "pro",
    interval: "year",
    customerId: customer,
    mrr: Math.round(49_000 / 12 + 500 * listings),
    listings,
    calls: 1,
    members: 0,
    owner: null,
    openInvoice: null,
    drifts: [],
    failedMails: [],
  });
  expect(body).toMatchObject({
    limits: expect.arrayContaining([{ name: "apiKeys", used: 1, limit: 10 }]),
    history: expect.arrayContaining([expect.objectContaining({ kind: "subscribed", toPlan: "pro" })]),
  });
});

test("the overview adds up what is there", async () => {
  const operator = await createOperator();
  const read = async () => {
    const { body } = await operator.browser.get(`${CONSOLE}/overview`);
    return z
      .object({
        organizations: z.object({ total: z.number(), byStatus: z.record(z.string(), z.number()) }),
        mrr: z.number(),
        listings: z.number(),
        calls: z.object({ total: z.number(), billable: z.number(), errors: z.number() }),
      })
      .parse(body);
  };
  const before = await read();
  const { organization, listings } = await createSubscriber({ plan: "starter" });
  await roll(organization.id, { calls: 7, billable: 5, errors: 2 });
  const after = await read();
  expect(after.organizations.total - before.organizations.total).toBe(1);
  expect((after.organizations.byStatus.active ?? 0) - (before.organizations.byStatus.active ?? 0)).toBe(1);
  expect(after.mrr - before.mrr).toBe(500 * listings);
  expect(after.listings - before.listings).toBe(listings);
  expect(after.calls.total - before.calls.total).toBe(7);
  expect(after.calls.billable - before.calls.billable).toBe(5);
  expect(after.calls.errors - before.calls.errors).toBe(2);
});

async function roll(id: OrgId, counted: { calls: number; billable: number; errors: number }) {
  const at = Math.floor(await getNow(env));
  const day = new Date(at).toISOString().slice(0, 10);
  const rollup = { at, days: [{ day, ...counted }], hour: { calls: 0, errors: 0 } };
  const rest = { lastCallAt: null, failingWebhooks: [], schemaVersion: 1 };
  await saveRollup(forOrganization(env.DB, id), { ...rollup, ...rest }, at + 3_600_000);
}

test("no answer of the console holds a key, a credential, an argument of a call, a link or a webhook's path", async () => {
  const operator = await createOperator();
  const { owner, id, account } = await createBilledOwner();
  const base = `/api/v1/organizations/${id}`;
  const { secret } = (await owner.browser.post(`${base}/keys`, { name: "Office" })).body as {
    secret: string;
  };
  await callRest(secret, "get_property_details", { propertyId: "argument-4711" });
  const invited = await owner.browser.post(`${base}/invitations`, {
    email: `${crypto.randomUUID()}@example.com`,
    role: "viewer",
  });
  const { id: invitation } = z.object({ id: z.string() }).parse(invited.body);
  await rollUp({ env, now: await getNow(env) }, id);
  const secrets = [
    secret,
    secret.slice(4, 20),
    account.clientSecret,
    account.accountId,
    "argument-4711",
    invitation,
  ];
  const paths = ["overview", "organizations", `organizations/${id}`, "events", "drifts", "mails", "webhooks"];
  for (const path of [...paths, "mails?state=waiting", "plans", "health", "looks"]) {
    const { body, status } = await operator.browser.get(`${CONSOLE}/${path}`);
    const text = JSON.stringify(body);
    expect([path, status]).toEqual([path, 200]);
    for (const hidden of secrets) expect([path, text.includes(hidden)]).toEqual([path, false]);
    expect(text).not.toMatch(/"(secret|token|credential|url|text|html|arguments|details|payload)":/i);
  }
});
