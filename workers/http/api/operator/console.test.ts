import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { z } from "zod";
import { sendEmail } from "#directory/send-email.ts";
import { getNow } from "#lib/get-now.ts";
import { createSubscriber } from "#tests/billing.ts";
import { database } from "#tests/database.ts";
import { readMail } from "#tests/mailbox.ts";
import { CONSOLE, createOperator } from "#tests/operator.ts";
import { createOrganization } from "#tests/organization.ts";
import { openShop, stripe } from "#tests/stripe.ts";

const Events = z.object({
  events: z.array(z.looseObject({ id: z.string(), type: z.string(), attempts: z.number() })),
  nextCursor: z.string().nullable(),
});

async function addEvent(
  id: string,
  row: { type?: string; state: string; receivedAt?: number; error?: string },
) {
  await database
    .prepare(
      `insert into billing_events (id, type, state, created_at, received_at, error, claimed_until)
       values (?, ?, ?, 0, ?, ?, 0)`,
    )
    .bind(id, row.type ?? "invoice.paid", row.state, row.receivedAt ?? 0, row.error ?? null)
    .run();
}

test("events are listed by state, type and organization, page by page", async () => {
  const operator = await createOperator();
  const type = `test.${crypto.randomUUID()}`;
  for (const index of [1, 2, 3])
    await addEvent(`${type}_${index}`, { type, state: "failed", receivedAt: index });
  await addEvent(`${type}_4`, { type, state: "completed", receivedAt: 4 });
  const list = async (query: string) =>
    Events.parse((await operator.browser.get(`${CONSOLE}/events?type=${type}&${query}`)).body);
  expect((await list("state=completed")).events.map(({ id }) => id)).toEqual([`${type}_4`]);
  const first = await list("state=failed&limit=2");
  const second = await list(`state=failed&limit=2&cursor=${encodeURIComponent(first.nextCursor ?? "")}`);
  const ids = [...first.events, ...second.events].map(({ id }) => id);
  expect(ids).toEqual([`${type}_3`, `${type}_2`, `${type}_1`]);
  expect(second.nextCursor).toBeNull();
});

test("what Stripe said of a failure is shown without keys and cards", async () => {
  const operator = await createOperator();
  const type = `test.${crypto.randomUUID()}`;
  const error = `Refused: 4242 4242 4242 4242, api_${"0".repeat(64)}`;
  await addEvent(type, { type, state: "failed", error });
  const { body } = await operator.browser.get(`${CONSOLE}/events?type=${type}`);
  expect(JSON.stringify(body)).toContain("Refused: ");
  expect(JSON.stringify(body)).not.toMatch(/4242|api_0/);
});

test("an event that is replayed is read from Stripe again, and one that never came in is not there", async () => {
  const operator = await createOperator();
  const { organization, customer } = await createSubscriber();
  const { data } = await stripe.events.list({ type: "customer.subscription.created", limit: 20 });
  const event = data.find(({ data: { object } }) => "customer" in object && object.customer === customer);
  if (event === undefined) throw new Error("Stripe told of no subscription.");
  await addEvent(event.id, { type: event.type, state: "failed" }).catch(() => {});
  const replay = (id: string) => operator.browser.post(`${CONSOLE}/events/${id}/replay`);
  const { body, status } = await replay(event.id);
  expect([status, body]).toEqual([200, { outcome: "completed" }]);
  const found = await operator.browser.get(`${CONSOLE}/events?organization=${organization.id}`);
  expect(Events.parse(found.body).events.map(({ id }) => id)).toContain(event.id);
  expect((await replay("evt_unknown")).status).toBe(404);
});

test("differences of all organizations are listed, the open ones alone if asked for", async () => {
  const operator = await createOperator();
  const { id } = await createOrganization();
  const add = (name: string, repairedAt: number | null) =>
    database
      .prepare("insert into billing_drifts values (?, ?, 9e12, 'state', 'active', 'past_due', 'A test.', ?)")
      .bind(`${id}_${name}`, id, repairedAt)
      .run();
  await add("open", null);
  await add("repaired", 1);
  const list = async (query: string) => {
    const { body } = await operator.browser.get(`${CONSOLE}/drifts${query}`);
    const { drifts } = z.object({ drifts: z.array(z.object({ id: z.string() })) }).parse(body);
    return drifts.map((drift) => drift.id).filter((drift) => drift.startsWith(id));
  };
  expect((await list("")).toSorted()).toEqual([`${id}_open`, `${id}_repaired`]);
  expect(await list("?repaired=false")).toEqual([`${id}_open`]);
});

const Mails = z.object({
  mails: z.array(z.looseObject({ id: z.number(), recipient: z.string(), canRetry: z.boolean() })),
});

async function failMail() {
  const to = `${crypto.randomUUID()}@example.com`;
  const now = Math.floor(await getNow(env));
  const transport = { send: () => Promise.reject(new Error("The provider is down.")) };
  const content = { to, subject: "A link", text: "https://app/hidden-link", html: "<a>hidden-link</a>" };
  await sendEmail({ db: env.DB, transport, now }, to, content);
  await database.prepare("update emails set attempts = 5 where key = ?").bind(to).run();
  return to;
}

test("failed mail is listed with its address and without what it says, and a retry sends it once", async () => {
  const operator = await createOperator();
  const to = await failMail();
  const find = async () => {
    const { body } = await operator.browser.get(`${CONSOLE}/mails?state=failed&limit=200`);
    expect(JSON.stringify(body)).not.toContain("hidden-link");
    return Mails.parse(body).mails.find(({ recipient }) => recipient === to);
  };
  const mail = await find();
  expect(mail).toMatchObject({ subject: "A link", attempts: 5, canRetry: true });
  const retry = () => operator.browser.post(`${CONSOLE}/mails/${mail?.id}/retry`);
  expect((await retry()).body).toEqual({ sent: true });
  expect(await readMail(to)).toHaveLength(1);
  expect(await find()).toBeUndefined();
  expect((await retry()).status).toBe(409);
  expect(await readMail(to)).toHaveLength(1);
});

test("mail that has lost its text is listed and cannot be sent again", async () => {
  const operator = await createOperator();
  const to = await failMail();
  await database.prepare("update emails set text = null, html = null where key = ?").bind(to).run();
  const { body } = await operator.browser.get(`${CONSOLE}/mails?limit=200`);
  const mail = Mails.parse(body).mails.find(({ recipient }) => recipient === to);
  expect(mail?.canRetry).toBe(false);
  expect((await operator.browser.post(`${CONSOLE}/mails/${mail?.id}/retry`)).status).toBe(409);
});

test("the plans come with the ids of their prices at Stripe", async () => {
  const operator = await createOperator();
  await openShop();
  const { body } = await operator.browser.get(`${CONSOLE}/plans`);
  const Plans = z.object({
    plans: z.array(z.looseObject({ slug: z.string(), prices: z.array(z.object({ priceId: z.string() })) })),
  });
  const { plans } = Plans.parse(body);
  expect(plans.map(({ slug, prices }) => `${slug} ${prices.length}`)).toEqual([
    "free 0",
    "starter 2",
    "pro 4",
    "enterprise 4",
  ]);
});
