import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { advanceBilling } from "#jobs/advance-billing.ts";
import { finishLifecycles } from "#jobs/finish-lifecycles.ts";
import { getNow } from "#lib/get-now.ts";
import { close, createOwned } from "#tests/lifecycle.ts";
import { readMail } from "#tests/mailbox.ts";
import { advanceClock } from "#tests/sandbox.ts";
import { createCustomer, readAccount, setCard, stripe, subscribe, sync } from "#tests/stripe.ts";
import { restoreOrganization } from "./restore-organization.ts";

async function createPaying() {
  const owned = await createOwned();
  const subscription = await subscribe(owned.organization);
  const read = () => stripe.subscriptions.retrieve(subscription.id);
  return { ...owned, read };
}

const findState = async (id: string) => {
  const row = await env.DB.prepare(
    "/* across organizations: organizations that are due */ select state from organizations where id = ?",
  )
    .bind(id)
    .first<{ state: string }>();
  return row?.state;
};

test("closing an organization ends its subscription with what is paid for, and restoring it takes that back", async () => {
  const { organization, by, read } = await createPaying();
  await close(organization, by);
  expect((await read()).cancel_at).not.toBeNull();
  await restoreOrganization({ env, now: await getNow(env), by }, organization.id);
  expect(await read()).toMatchObject({ status: "active", cancel_at: null, cancel_at_period_end: false });
});

test("a cancellation from before the closing stays when the organization is restored", async () => {
  const { organization, by, read } = await createPaying();
  await stripe.subscriptions.update((await read()).id, { cancel_at_period_end: true });
  await sync(organization);
  await close(organization, by);
  await restoreOrganization({ env, now: await getNow(env), by }, organization.id);
  expect((await read()).cancel_at_period_end).toBe(true);
});

test("an organization that goes for good leaves no subscription that could charge anybody", async () => {
  const { organization, by, read } = await createPaying();
  await close(organization, by);
  // Somebody at Stripe has taken the cancellation back.
  await stripe.subscriptions.update((await read()).id, { cancel_at: "" });
  await advanceClock("31d");
  await finishLifecycles(env);
  expect(await findState(organization.id)).toBe("gone");
  expect((await read()).status).toBe("canceled");
});

test("an archive is kept for thirty days with two reminders, and then goes", async () => {
  const { organization, owner } = await createPaying();
  await setCard(await createCustomer(organization), "insufficient_funds");
  await advanceClock("31d");
  await advanceClock("15d");
  await sync(organization);
  expect(await readAccount(organization)).toMatchObject({ status: "archived" });
  const reminders = async () =>
    (await readMail(owner.email)).filter(({ subject }) => subject.includes("unless it is paid")).length;
  expect(await reminders()).toBe(1);
  const { kept_until: keptUntil } = await readAccount(organization);
  const daysLeft = async (days: number) =>
    advanceClock(`${Math.ceil((Number(keptUntil) - (await getNow(env))) / 3_600_000 - 24 * days)}h`);
  await daysLeft(6);
  await advanceBilling(env);
  await advanceBilling(env);
  expect(await reminders()).toBe(2);
  await daysLeft(0.5);
  await advanceBilling(env);
  expect(await reminders()).toBe(3);
  await daysLeft(-1);
  await advanceBilling(env);
  await finishLifecycles(env);
  expect(await findState(organization.id)).toBe("gone");
}, 30_000);
