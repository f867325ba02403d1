import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { announceBilling } from "#jobs/announce-billing.ts";
import { createCatcher } from "#tests/catcher.ts";
import { database } from "#tests/database.ts";
import { readMail } from "#tests/mailbox.ts";
import { addMembers, callRest, createOrganization, getValue } from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";
import { createCustomer, listChanges, readAccount, setCard, stripe, subscribe, sync } from "#tests/stripe.ts";

const STATUS = "get_connection_status";

async function createPaying() {
  const organization = await createOrganization();
  const owner = `owner-${crypto.randomUUID().slice(0, 8)}`;
  await addMembers(organization, "owner", owner);
  const subscription = await subscribe(organization);
  const customer = await createCustomer(organization);
  const subjects = async () => (await readMail(`${owner}@example.com`)).map(({ subject }) => subject);
  return { organization, owner, subscription, customer, subjects };
}

/** The next period begins, and what it costs is asked for. */
async function renew(): Promise<void> {
  await advanceClock("31d");
  await advanceClock("2h");
}

test("a failed renewal closes the keys and tells those who run the organization, once, with where to pay", async () => {
  const { organization, customer, owner, subjects } = await createPaying();
  await setCard(customer, "insufficient_funds");
  await renew();
  await sync(organization);
  await sync(organization);
  expect((await callRest(organization.apiKey, STATUS)).status).toBe(402);
  expect(await subjects()).toContain("Payment failed for Test organization");
  expect((await subjects()).filter((subject) => subject.startsWith("Payment failed"))).toHaveLength(1);
  const [letter] = await readMail(`${owner}@example.com`);
  expect(letter?.text).toContain("$15.00");
  expect(letter?.text).toContain((await readAccount(organization)).open_invoice_url);
  expect(letter?.text).toMatch(/tried again on \d{4}-\d\d-\d\d/);
});

test("paying opens the keys again and says so", async () => {
  const { organization, customer, subjects } = await createPaying();
  await setCard(customer, "insufficient_funds");
  await renew();
  await sync(organization);
  await setCard(customer, null);
  const { open_invoice_id: invoice } = await readAccount(organization);
  await stripe.invoices.pay(String(invoice));
  await sync(organization);
  expect((await callRest(organization.apiKey, STATUS)).status).toBe(200);
  expect(await subjects()).toContain("Payment received for Test organization");
});

test("when the last try fails the organization is archived: read only, kept for thirty days, and told", async () => {
  const { organization, customer, subjects } = await createPaying();
  await setCard(customer, "insufficient_funds");
  await renew();
  await sync(organization);
  await advanceClock("15d");
  await sync(organization);
  const account = await readAccount(organization);
  expect(account).toMatchObject({ status: "archived", plan: "starter" });
  expect(Number(account.kept_until) - Number(account.ended_at)).toBe(30 * 24 * 60 * 60 * 1_000);
  expect((await callRest(organization.apiKey, STATUS)).status).toBe(402);
  expect(await subjects()).toContainEqual(expect.stringMatching(/will be deleted on .* unless it is paid/));
  expect((await listChanges(organization)).map(({ kind }) => kind)).toEqual([
    "subscribed",
    "payment_failed",
    "suspended",
    "archived",
  ]);
}, 20_000);

test("a cancellation is confirmed with its dates, and so is the end", async () => {
  const { organization, owner, subscription, subjects } = await createPaying();
  await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
  await sync(organization);
  const { cancel_at: endsAt } = await readAccount(organization);
  const date = new Date(Number(endsAt)).toISOString().slice(0, 10);
  expect(await subjects()).toContain(`Test organization's subscription ends on ${date}`);
  await advanceClock("32d");
  await sync(organization);
  const [ended] = await readMail(`${owner}@example.com`);
  expect(ended).toMatchObject({ subject: "Test organization's subscription has ended" });
  const kept = new Date(Number(endsAt) + 30 * 24 * 60 * 60 * 1_000).toISOString().slice(0, 10);
  expect(ended?.text).toContain(kept);
  expect(await readAccount(organization)).toMatchObject({ status: "free", plan: "free" });
});

test("paid invoices are mailed to those who want them", async () => {
  const { subjects } = await createPaying();
  expect(await subjects()).toEqual([
    expect.stringMatching(/^Invoice .* for Test organization: \$15\.00, paid$/),
  ]);
});

test("what a crash kept from being told, the job tells, once; and an organization's own webhooks hear of it too", async () => {
  const { organization, subjects } = await createPaying();
  const catcher = createCatcher();
  const by = { actor: "system" } as const;
  getValue(await organization.object.createOutgoingWebhook(by, { url: catcher.url }));
  await database
    .prepare(
      "update billing_changes set announced_at = null, kind = 'payment_recovered' where organization_id = ?",
    )
    .bind(organization.id)
    .run();
  await advanceClock("2m");
  for (let run = 0; run < 2; run += 1) await announceBilling(env);
  const told = (await subjects()).filter((subject) => subject.startsWith("Payment received"));
  expect(told).toHaveLength(1);
  await vi.waitUntil(async () => (await catcher.list()).length > 0);
  expect((await catcher.list()).map(({ event }) => event.type)).toEqual(["payment.recovered"]);
});
