import { expect, test, vi } from "vitest";
import { askFor, createSubscriber } from "#tests/billing.ts";
import { createOrganization } from "#tests/organization.ts";
import { codeOf, refusalOf } from "#tests/refusal.ts";
import { listChanges, readAccount, setCard, stripe, sync } from "#tests/stripe.ts";
import { cancel } from "./cancel.ts";
import { changePlan } from "./change-plan.ts";
import { previewChange } from "./preview-change.ts";
import { undoChange } from "./undo-change.ts";

// Each test pays for a subscription of its own, which takes some dozen requests.
vi.setConfig({ testTimeout: 30_000 });

const soldIn = async (subscription: string) =>
  (await stripe.subscriptions.retrieve(subscription)).items.data.map(({ price, quantity }) => [
    price.lookup_key,
    quantity,
  ]);

test("what happens when Starter becomes Enterprise: the preview's cents are charged at once, listings at $4", async () => {
  const { organization, subscription, listings } = await createSubscriber();
  const wanted = { plan: "enterprise" } as const;
  const preview = await previewChange(await askFor(organization), wanted);
  expect(preview).toMatchObject({ effective: "now", warnings: [] });
  expect(preview.price).toMatchObject({
    base: 29_900,
    perListing: 400,
    listings,
    listingsTotal: 400 * listings,
  });
  const { prorationDate, total } = preview;
  const made = await changePlan(await askFor(organization), {
    ...wanted,
    prorationDate: prorationDate ?? undefined,
    amount: total,
  });
  expect(made).toMatchObject({ effective: "now", amount: total });
  expect(new Set(await soldIn(subscription))).toEqual(
    new Set([
      ["latchkey_enterprise_base_month", 1],
      ["latchkey_enterprise_listing", listings],
    ]),
  );
  const { latest_invoice } = await stripe.subscriptions.retrieve(subscription, {
    expand: ["latest_invoice"],
  });
  expect(latest_invoice).toMatchObject({ total, amount_paid: total, billing_reason: "subscription_update" });
  expect((await readAccount(organization)).plan).toBe("enterprise");
  const upgraded = (await listChanges(organization)).find(({ kind }) => kind === "upgraded");
  expect(upgraded).toMatchObject({ actor: "user:usr_owner", from_plan: "starter", to_plan: "enterprise" });
});

test("what happens when a change of the listings waits for the next invoice: it is no part of the preview", async () => {
  const { organization, subscription } = await createSubscriber();
  const [item] = (await stripe.subscriptions.retrieve(subscription)).items.data;
  await stripe.subscriptions.update(subscription, { items: [{ id: item?.id, quantity: 7 }] });
  const { prorationDate, total, due } = await previewChange(await askFor(organization), { plan: "pro" });
  const change = { plan: "pro", amount: total, prorationDate: prorationDate ?? undefined } as const;
  const { amount } = await changePlan(await askFor(organization), change);
  expect([due, amount]).toEqual([total, total]);
});

test("what happens when the amount is not what it costs: conflict, and nothing changes", async () => {
  const { organization, subscription, listings } = await createSubscriber();
  const change = { plan: "pro", amount: 1 } as const;
  expect(await codeOf(async () => changePlan(await askFor(organization), change))).toBe("conflict");
  const old = { ...change, prorationDate: 1_000 };
  expect(await codeOf(async () => changePlan(await askFor(organization), old))).toBe("conflict");
  expect(await soldIn(subscription)).toEqual([["latchkey_starter_listing", listings]]);
});

test("what happens when a preview's time comes without its amount: invalid, and nothing changes", async () => {
  const { organization, subscription, listings } = await createSubscriber();
  const { prorationDate } = await previewChange(await askFor(organization), { plan: "pro" });
  const change = { plan: "pro", prorationDate: prorationDate ?? undefined } as const;
  const refusal = await refusalOf(async () => changePlan(await askFor(organization), change));
  expect([refusal.code, refusal.message]).toEqual(["invalid_request", expect.stringContaining("amount")]);
  expect(await soldIn(subscription)).toEqual([["latchkey_starter_listing", listings]]);
});

test("what happens when the card is declined on an upgrade: nothing changes, and the receipt says where to pay", async () => {
  const { organization, subscription, customer, listings } = await createSubscriber();
  await setCard(customer, "declined");
  const refusal = await refusalOf(async () => changePlan(await askFor(organization), { plan: "pro" }));
  expect([refusal.code, refusal.details.url]).toEqual(["payment_failed", expect.stringMatching(/^https:/)]);
  expect(await soldIn(subscription)).toEqual([["latchkey_starter_listing", listings]]);
  expect(await readAccount(organization)).toMatchObject({
    plan: "starter",
    status: "active",
    operation: null,
  });
  await setCard(customer, null);
  await changePlan(await askFor(organization), { plan: "pro" });
  expect((await readAccount(organization)).plan).toBe("pro");
});

test("what happens when the bank wants an upgrade confirmed: it waits for that", async () => {
  const { organization, customer } = await createSubscriber();
  await setCard(customer, "authenticate_always");
  const refusal = await refusalOf(async () => changePlan(await askFor(organization), { plan: "pro" }));
  expect([refusal.code, refusal.message]).toEqual(["payment_failed", expect.stringContaining("onfirm")]);
  expect((await readAccount(organization)).plan).toBe("starter");
});

test("what happens when two owners upgrade at once: one charge", async () => {
  const { organization, customer } = await createSubscriber();
  const ctx = await askFor(organization);
  const tries = await Promise.allSettled([1, 2].map(() => changePlan(ctx, { plan: "pro" })));
  const refused = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(refused).toEqual(["conflict"]);
  const { data } = await stripe.invoices.list({ customer });
  expect(data.filter(({ billing_reason }) => billing_reason === "subscription_update")).toHaveLength(1);
});

test("what happens when Pro becomes Starter: at the period's end, with nothing given back; undone, it stays Pro", async () => {
  const { organization, subscription } = await createSubscriber({ plan: "pro" });
  const preview = await previewChange(await askFor(organization), { plan: "starter" });
  expect(preview).toMatchObject({ effective: "period_end", total: 0, prorationDate: null });
  const made = await changePlan(await askFor(organization), { plan: "starter" });
  expect(made).toMatchObject({ effective: "period_end", effectiveAt: preview.effectiveAt, amount: 0 });
  expect(await readAccount(organization)).toMatchObject({
    plan: "pro",
    next_plan: "starter",
    next_at: made.effectiveAt,
  });
  await undoChange(await askFor(organization));
  expect(await readAccount(organization)).toMatchObject({ plan: "pro", next_plan: null, schedule_id: null });
  expect((await listChanges(organization)).at(-1)).toMatchObject({
    kind: "change_undone",
    actor: "user:usr_owner",
  });
  expect((await stripe.subscriptions.retrieve(subscription)).schedule).toBeNull();
  expect(await codeOf(async () => undoChange(await askFor(organization)))).toBe("conflict");
});

test("what happens when a month becomes a year: at once; a year becomes a month: when it is used up", async () => {
  const { organization, subscription } = await createSubscriber({ plan: "pro" });
  const yearly = { plan: "pro", interval: "year" } as const;
  const { prorationDate, total } = await previewChange(await askFor(organization), yearly);
  const agreed = { ...yearly, prorationDate: prorationDate ?? undefined, amount: total };
  const made = await changePlan(await askFor(organization), agreed);
  expect(made).toMatchObject({ effective: "now", amount: total });
  expect((await soldIn(subscription)).map(([key]) => key)).toContain("latchkey_pro_base_year");
  const back = await changePlan(await askFor(organization), { plan: "pro", interval: "month" });
  expect(back.effective).toBe("period_end");
  expect(back.effectiveAt - Date.UTC(2028, 0, 1)).toBeGreaterThan(0);
  await sync(organization);
  expect(await readAccount(organization)).toMatchObject({ interval: "year", next_interval: "month" });
});

test("what happens when an upgrade follows a scheduled downgrade: the schedule gives way", async () => {
  const { organization, subscription } = await createSubscriber({ plan: "pro" });
  await changePlan(await askFor(organization), { plan: "starter" });
  await changePlan(await askFor(organization), { plan: "enterprise" });
  expect(await readAccount(organization)).toMatchObject({ plan: "enterprise", next_plan: null });
  expect((await stripe.subscriptions.retrieve(subscription)).schedule).toBeNull();
});

test("what happens when the plan is the present one, or there is no subscription any more: conflict", async () => {
  const { organization } = await createSubscriber();
  const change = (plan: "starter" | "pro") => async () => changePlan(await askFor(organization), { plan });
  expect(await codeOf(change("starter"))).toBe("conflict");
  await cancel(await askFor(organization), { when: "now" });
  expect(await codeOf(change("pro"))).toBe("conflict");
  const stranger = await createOrganization();
  expect(await codeOf(async () => previewChange(await askFor(stranger), { plan: "pro" }))).toBe("conflict");
});
