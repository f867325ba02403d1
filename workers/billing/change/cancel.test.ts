import { expect, test, vi } from "vitest";
import { askFor, createSubscriber } from "#tests/billing.ts";
import { codeOf } from "#tests/refusal.ts";
import { listChanges, readAccount, stripe } from "#tests/stripe.ts";
import { cancel } from "./cancel.ts";
import { changePlan } from "./change-plan.ts";
import { openPortal } from "./open-portal.ts";
import { reactivate } from "./reactivate.ts";

// Each test pays for a subscription of its own, which takes some dozen requests.
vi.setConfig({ testTimeout: 30_000 });

const MONTH_MS = 30 * 24 * 60 * 60 * 1_000;

test("what happens when somebody cancels: it works until the period's end, data stays 30 days, the reason is kept", async () => {
  const { organization, subscription } = await createSubscriber();
  const why = { reason: "too_expensive", feedback: "We sold the houses." } as const;
  const dates = await cancel(await askFor(organization), why);
  const { period_end, cancel_at, status } = await readAccount(organization);
  expect([dates.effectiveAt, cancel_at, status]).toEqual([period_end, period_end, "active"]);
  expect(dates.dataKeptUntil).toBe(dates.effectiveAt + MONTH_MS);
  expect((await stripe.subscriptions.retrieve(subscription)).cancellation_details).toMatchObject({
    feedback: why.reason,
    comment: why.feedback,
  });
  const noted = (await listChanges(organization)).find(({ kind }) => kind === "cancel_scheduled");
  expect(noted).toMatchObject({ actor: "user:usr_owner", ...why });
  expect(await codeOf(async () => cancel(await askFor(organization), {}))).toBe("conflict");
  expect(await codeOf(async () => changePlan(await askFor(organization), { plan: "pro" }))).toBe("conflict");
});

test("what happens when it is reactivated in time: it goes on, whichever way it was ended", async () => {
  const { organization, subscription } = await createSubscriber();
  await cancel(await askFor(organization), {});
  await reactivate(await askFor(organization));
  expect(await readAccount(organization)).toMatchObject({ cancel_at: null, status: "active" });
  await stripe.subscriptions.update(subscription, { cancel_at_period_end: true });
  await reactivate(await askFor(organization));
  const { cancel_at, cancel_at_period_end } = await stripe.subscriptions.retrieve(subscription);
  expect([cancel_at, cancel_at_period_end]).toEqual([null, false]);
  expect(await codeOf(async () => reactivate(await askFor(organization)))).toBe("conflict");
});

test("what happens when somebody cancels now: Free at once, and nothing to reactivate", async () => {
  const { organization } = await createSubscriber({ plan: "pro" });
  const dates = await cancel(await askFor(organization), { when: "now", reason: "unused" });
  expect(await readAccount(organization)).toMatchObject({
    plan: "free",
    status: "free",
    former_plan: "pro",
    kept_until: dates.dataKeptUntil,
  });
  expect(await codeOf(async () => reactivate(await askFor(organization)))).toBe("conflict");
  expect(await codeOf(async () => cancel(await askFor(organization), { when: "now" }))).toBe("conflict");
});

test("what happens when a downgrade waits and somebody cancels: the downgrade gives way", async () => {
  const { organization } = await createSubscriber({ plan: "pro" });
  await changePlan(await askFor(organization), { plan: "starter" });
  await cancel(await askFor(organization), {});
  expect(await readAccount(organization)).toMatchObject({ next_plan: null, cancel_at: expect.any(Number) });
});

test("what happens when the portal is opened: Stripe's page, and for a task its own", async () => {
  const { organization, customer } = await createSubscriber();
  expect((await openPortal(await askFor(organization), {})).url).toMatch(/^https:/);
  const task = await openPortal(await askFor(organization), { flow: "payment_method_update" });
  expect(task.url).toMatch(/^https:/);
  await stripe.customers.del(customer);
  expect(await codeOf(async () => openPortal(await askFor(organization), {}))).toBe("conflict");
});
