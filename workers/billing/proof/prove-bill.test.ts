import { exports } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { askFor, createSubscriber } from "#tests/billing.ts";
import { database } from "#tests/database.ts";
import { addListings, archiveListing } from "#tests/listings.ts";
import { createOrganization, type TestOrganization } from "#tests/organization.ts";
import { codeOf } from "#tests/refusal.ts";
import { control } from "#tests/sandbox.ts";
import { listChanges, setCard, stripe, sync } from "#tests/stripe.ts";
import { cancel } from "../change/cancel.ts";
import { changePlan } from "../change/change-plan.ts";
import { syncListings } from "../quantity/sync-listings.ts";
import { proveBill } from "./prove-bill.ts";

vi.setConfig({ testTimeout: 60_000 });

async function goTo(moment: string): Promise<void> {
  await control("POST", "/clock", { set: moment });
}

/** The daily count of a day on which listings came or went. */
async function countOn(organization: TestOrganization, day: string): Promise<void> {
  await goTo(`${day}T02:20:00Z`);
  await syncListings(await askFor(organization), "daily");
}

/** What a month came to: how many lines, how many differences, and the sum. */
async function prove(organization: TestOrganization, month: string) {
  const proven = await proveBill(await askFor(organization), month);
  const lines = proven.invoices.flatMap((invoice) => invoice.lines);
  const problems = [
    ...proven.differences,
    ...proven.invoices.flatMap((invoice) => invoice.differences),
    ...lines.filter(({ difference }) => difference !== null),
  ];
  return { proven, lines, problems };
}

async function billedIn(customer: string, month: string): Promise<number> {
  const { data } = await stripe.invoices.list({ customer, limit: 100 });
  const made = data.filter(({ created }) => new Date(created * 1_000).toISOString().startsWith(month));
  return made.reduce((sum, { total }) => sum + total, 0);
}

/** Three months: listings come and go, the plan changes, a payment fails and recovers, the subscription is cancelled. */
async function liveThreeMonths() {
  await goTo("2028-01-31T15:00:00Z");
  const { organization, customer, subscription } = await createSubscriber();
  const [house = 0] = await addListings(organization.account, 3);
  await countOn(organization, "2028-02-03");
  await archiveListing(organization.account, house);
  await countOn(organization, "2028-02-17");
  await goTo("2028-02-20T10:30:00Z");
  await changePlan(await askFor(organization), { plan: "pro" });
  await addListings(organization.account, 4);
  await countOn(organization, "2028-02-21");

  // The month ends on 29 February, and the card is declined.
  await setCard(customer, "declined");
  await goTo("2028-02-29T18:00:00Z");
  await sync(organization);
  await setCard(customer, null);
  await goTo("2028-03-10T00:00:00Z");
  await sync(organization);
  const [added = 0] = await addListings(organization.account, 1);
  await countOn(organization, "2028-03-12");
  await archiveListing(organization.account, added);
  await countOn(organization, "2028-03-25");
  await goTo("2028-03-28T12:00:00Z");
  await changePlan(await askFor(organization), { plan: "starter" });
  await goTo("2028-04-02T00:00:00Z");
  await sync(organization);
  await archiveListing(organization.account, house + 1);
  await countOn(organization, "2028-04-05");
  await cancel(await askFor(organization), { when: "period_end" });
  await goTo("2028-05-02T00:00:00Z");
  await sync(organization);
  return { organization, customer, subscription };
}

test("three months with listing changes, a plan change, a failed payment and a cancellation balance to the cent", async () => {
  const { organization, customer } = await liveThreeMonths();
  const kinds = (await listChanges(organization)).map(({ kind }) => kind);
  expect(kinds).toEqual(
    expect.arrayContaining(["upgraded", "payment_failed", "payment_recovered", "downgraded", "canceled"]),
  );
  let lines = 0;
  for (const month of ["2028-01", "2028-02", "2028-03", "2028-04"]) {
    const proven = await prove(organization, month);
    expect([month, proven.problems]).toEqual([month, []]);
    const expected = proven.lines.reduce((sum, { expected }) => sum + (expected?.amount ?? 0), 0);
    expect([month, expected]).toEqual([month, await billedIn(customer, month)]);
    lines += proven.lines.length;
  }
  expect(lines).toBeGreaterThan(15);

  // A row of the ledger that somebody changed.
  const alter = (quantity: number) =>
    database
      .prepare(
        "update quantity_changes set to_quantity = to_quantity + ? where organization_id = ? and day = '2028-02-03'",
      )
      .bind(quantity, organization.id)
      .run();
  await alter(1);
  const tampered = await prove(organization, "2028-02");
  expect(tampered.problems.length).toBeGreaterThan(0);
  expect(tampered.lines.find(({ difference }) => difference !== null)).toMatchObject({
    expected: { quantity: 7 },
    billed: { quantity: 6 },
  });
  await alter(-1);
  expect((await prove(organization, "2028-02")).problems).toEqual([]);

  // A line that somebody added at Stripe.
  const { id: invoice } = await stripe.invoices.create({ customer });
  await stripe.invoiceItems.create({
    customer,
    invoice,
    amount: 1_234,
    currency: "usd",
    description: "Consulting",
  });
  const foreign = await prove(organization, "2028-05");
  expect(foreign.lines).toMatchObject([
    { expected: null, billed: { amount: 1_234, description: "Consulting" }, difference: expect.any(String) },
  ]);
});

test("an organization that was never billed has nothing to prove, and a month has a form", async () => {
  const organization = await createOrganization();
  const ctx = await askFor(organization);
  expect((await exports.Setup.proveBill(organization.id, "2027-03")).found).toBe(0);
  expect(await proveBill(ctx, "2027-03")).toMatchObject({ invoices: [], waiting: [], balance: 0, found: 0 });
  expect(await codeOf(() => proveBill(ctx, "2027-13"))).toBe("invalid_request");
  expect(await codeOf(() => proveBill({ ...ctx, id: "org_0000000000000000" }, "2027-03"))).toBe("not_found");
});

test("from month to year, a declined upgrade and an end at once balance too", async () => {
  await goTo("2028-08-10T09:00:00Z");
  const { organization, customer, listings } = await createSubscriber({ plan: "pro" });
  await addListings(organization.account, 2);
  await countOn(organization, "2028-08-15");
  await goTo("2028-08-20T10:30:00Z");
  await setCard(customer, "declined");
  expect(await codeOf(async () => changePlan(await askFor(organization), { plan: "enterprise" }))).toBe(
    "payment_failed",
  );
  expect((await prove(organization, "2028-08")).problems).toEqual([]);
  await goTo("2028-08-22T10:30:00Z");
  await setCard(customer, null);
  expect((await prove(organization, "2028-08")).problems).toEqual([]);

  await changePlan(await askFor(organization), { plan: "pro", interval: "year" });
  await addListings(organization.account, 1);
  await countOn(organization, "2028-09-03");
  const waiting = await prove(organization, "2028-09");
  // What is charged by itself leaves what waits where it is.
  const quantities = [listings, listings + 2, listings + 2, listings + 3];
  expect([waiting.problems, waiting.proven.waiting.map(({ quantity }) => quantity)]).toEqual([
    [],
    quantities,
  ]);
  await goTo("2028-09-25T00:00:00Z");
  await sync(organization);
  await addListings(organization.account, 2);
  await countOn(organization, "2028-10-02");
  await cancel(await askFor(organization), { when: "now" });
  for (const month of ["2028-08", "2028-09", "2028-10"]) {
    const { problems, lines } = await prove(organization, month);
    expect([month, problems]).toEqual([month, []]);
    expect(lines.length).toBeGreaterThan(1);
  }
});

test("a trial that goes on into the subscription costs nothing, and its end begins the first month", async () => {
  await goTo("2028-11-02T09:00:00Z");
  const { organization, customer, listings } = await createSubscriber({ isInTrial: true });
  await addListings(organization.account, 1);
  await countOn(organization, "2028-11-05");
  await goTo("2028-11-20T00:00:00Z");
  await sync(organization);
  const { problems, lines } = await prove(organization, "2028-11");
  expect(problems).toEqual([]);
  expect(lines.map(({ expected }) => expected?.amount).filter((amount) => amount !== 0)).toEqual([
    500 * (listings + 1),
  ]);
  expect(await billedIn(customer, "2028-11")).toBe(500 * (listings + 1));
});
