import type { Page } from "playwright-core";
import { expect, vi } from "vitest";
import { z } from "zod";
import { connectStripe } from "#billing/create-stripe.ts";
import { toStripeStandIn } from "#scripts/stripe-stand-in.ts";
import { createHostawayAccount, createOwner, expectOk, platform } from "./stage.ts";

const { STRIPE_SECRET_KEY: secretKey = "", STRIPE_URL: url } = toStripeStandIn(platform.sandbox, {});

/** The operator's account, as the product sees it. */
export const stripe = connectStripe({ secretKey, url });

/** An owner in their trial, whose Hostaway account has three active listings. */
export async function createBuyer() {
  const owner = await createOwner();
  const { accountId, clientSecret } = await createHostawayAccount();
  const credential = { accountId, secretKey: clientSecret };
  await expectOk(owner.ask("POST", `${owner.base}/connections`, { connector: "hostaway", credential }));
  return { ...owner, accountId, billing: `${owner.base}/billing` };
}
type Buyer = Pick<Awaited<ReturnType<typeof createBuyer>>, "ask" | "billing">;

/** Fills in the stand-in's page of a checkout or an invoice. */
export async function payOnPage(page: Page, number: string): Promise<void> {
  await page.getByLabel("Card number").fill(number);
  await page.getByLabel("Expiry").fill("12/40");
  await page.getByLabel("CVC").fill("123");
  await page.getByLabel("Name of the holder").fill("Ada Lovelace");
  await page.getByRole("button").click();
}

/** Subscribes in the browser, from the list of plans on. */
export async function subscribeOnPage(page: Page, plan: string, card = "4242424242424242"): Promise<void> {
  await page.getByRole("button", { name: `Subscribe to ${plan}` }).click();
  await page.waitForURL(/\/stripe\/checkout\//);
  await payOnPage(page, card);
  await page.getByText("Your subscription is active.").waitFor();
}

/** Charges for what was subscribed to in the trial: for this customer alone, without moving anybody's clock. */
export async function endTrial({ id }: { id: string }): Promise<string> {
  const { data } = await stripe.subscriptions.list({ limit: 100 });
  const found = data.find(({ metadata }) => metadata.organization === id);
  if (found === undefined) throw new Error("There is no subscription.");
  await stripe.subscriptions.update(found.id, { trial_end: "now" });
  return String(found.customer);
}

const Billing = z.looseObject({
  status: z.string(),
  subscription: z.looseObject({ status: z.string().nullable() }).nullable(),
});

/** Waits for the webhook. */
export async function waitForStatus({ ask, billing }: Buyer, status: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const { body } = await ask("GET", billing);
      expect(Billing.parse(body).subscription?.status).toBe(status);
    },
    { timeout: 15_000, interval: 500 },
  );
}
