import { env } from "cloudflare:workers";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { askFor, createSubscriber } from "#tests/billing.ts";
import { createOrganization } from "#tests/organization.ts";
import { codeOf, refusalOf } from "#tests/refusal.ts";
import { control } from "#tests/sandbox.ts";
import { addStripeFault, readAccount, removeStripeFaults, stripe } from "#tests/stripe.ts";
import type { BillingContext } from "../billing-context.ts";
import { returnFromCheckout } from "../checkout/return-from-checkout.ts";
import { startCheckout } from "../checkout/start-checkout.ts";
import { changeProfile } from "../profile/change-profile.ts";
import { syncListings } from "../quantity/sync-listings.ts";
import { cancel } from "./cancel.ts";
import { changePlan } from "./change-plan.ts";
import { openPortal } from "./open-portal.ts";
import { previewChange } from "./preview-change.ts";
import { reactivate } from "./reactivate.ts";
import { undoChange } from "./undo-change.ts";

// Each test pays for a subscription of its own, and the client tries three times.
vi.setConfig({ testTimeout: 60_000 });

const StripeAccount = z.object({ secretKey: z.string() });

afterEach(removeStripeFaults);

const verbs: Record<string, (ctx: BillingContext) => Promise<unknown>> = {
  startCheckout: (ctx) => startCheckout(ctx, { plan: "starter" }),
  returnFromCheckout: (ctx) => returnFromCheckout(ctx, { sessionId: "cs_test_1" }),
  previewChange: (ctx) => previewChange(ctx, { plan: "pro" }),
  changePlan: (ctx) => changePlan(ctx, { plan: "pro" }),
  undoChange,
  cancel: (ctx) => cancel(ctx, {}),
  reactivate,
  openPortal: (ctx) => openPortal(ctx, {}),
  changeProfile: (ctx) => changeProfile(ctx, { name: "Ada" }),
};

test("without a Stripe key every verb says that billing is off, and leaves nothing under way", async () => {
  const organization = await createOrganization();
  for (const [name, run] of Object.entries(verbs)) {
    const ctx = { ...(await askFor(organization)), env: { ...env, STRIPE_SECRET_KEY: undefined } };
    expect([name, await codeOf(() => run(ctx))]).toEqual([name, "billing_off"]);
  }
  expect((await readAccount(organization)).operation).toBeNull();
});

test("listings are counted where billing is off", async () => {
  const organization = await createOrganization();
  const ctx = { ...(await askFor(organization)), env: { ...env, STRIPE_SECRET_KEY: undefined } };
  expect(await syncListings(ctx, "manual")).toMatchObject({ listings: 3, quantity: null, changed: false });
});

test.each([500, 429])(
  "what Stripe answers with %d leaves as a receipt of ours, and nothing is half done",
  async (status) => {
    const { organization, subscription, listings } = await createSubscriber();
    await addStripeFault({ kind: "error", status });
    for (const [name, run] of Object.entries(verbs)) {
      const code = status === 429 ? "upstream_busy" : "upstream_unavailable";
      expect([name, await codeOf(async () => run(await askFor(organization)))]).toEqual([name, code]);
    }
    await removeStripeFaults();
    expect(await readAccount(organization)).toMatchObject({
      plan: "starter",
      status: "active",
      operation: null,
    });
    const { items, cancel_at, schedule } = await stripe.subscriptions.retrieve(subscription);
    expect([items.data.map(({ quantity }) => quantity), cancel_at, schedule]).toEqual([
      [listings],
      null,
      null,
    ]);
  },
);

test("what breaks off after Stripe has done it is done once, and is seen at once", async () => {
  const { organization, customer, subscription } = await createSubscriber();
  const change = async () => changePlan(await askFor(organization), { plan: "pro" });
  const path = `/v1/subscriptions/${subscription}`;
  await addStripeFault({ kind: "cut", method: "POST", path, times: 1 });
  expect(await codeOf(change)).toBe("upstream_unavailable");
  expect(await readAccount(organization)).toMatchObject({ plan: "pro", operation: null });
  expect(await codeOf(change)).toBe("conflict");
  const { data } = await stripe.invoices.list({ customer });
  expect(data.filter(({ billing_reason }) => billing_reason === "subscription_update")).toHaveLength(1);
});

test("where the plans' prices are not at Stripe, the operator hears what to run, and nobody is a customer yet", async () => {
  const organization = await createOrganization();
  const { secretKey } = StripeAccount.parse(await control("POST", "/stripe/accounts", {}));
  const ctx = { ...(await askFor(organization)), env: { ...env, STRIPE_SECRET_KEY: secretKey } };
  const refusal = await refusalOf(() => startCheckout(ctx, { plan: "starter" }));
  expect([refusal.code, refusal.message]).toEqual(["billing_off", expect.stringContaining("stripe:setup")]);
  expect(await readAccount(organization)).toMatchObject({ customer_id: null, operation: null });
});

test("where Stripe does not accept the key, the operator has to renew it", async () => {
  const organization = await createOrganization();
  const ctx = { ...(await askFor(organization)), env: { ...env, STRIPE_SECRET_KEY: "sk_test_revoked" } };
  const refusal = await refusalOf(() => startCheckout(ctx, { plan: "starter" }));
  expect([refusal.code, refusal.message]).toEqual(["billing_off", expect.stringContaining("key")]);
});
