import type Stripe from "stripe";
import type { z } from "zod";
import { getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { getPriceIds } from "../get-price-ids.ts";
import { isSubscribed } from "../live-subscription.ts";
import { withOperation } from "../operation.ts";
import { Choice, toChoice } from "../paid-plan.ts";
import { countListings } from "../quantity/count-listings.ts";
import { recordCount } from "../quantity/record-count.ts";
import { type Synced, syncCustomer } from "../sync/sync-customer.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";
import { toItems } from "../to-items.ts";
import { getCustomer } from "./get-customer.ts";
import { takeOpenSession } from "./take-open-session.ts";

export const StartCheckout = Choice;
export type StartCheckout = z.input<typeof StartCheckout>;

const DAY_MS = 24 * 60 * 60 * 1_000;
/** How far ahead Stripe wants the end of a trial to be, and one more hour on the way there. */
const SHORTEST_TRIAL_MS = 49 * 60 * 60 * 1_000;

/** Where to pay for a first subscription. Asked for again it is the same page, and for another plan the former page closes. */
export async function startCheckout(ctx: BillingContext, input: StartCheckout): Promise<{ url: string }> {
  const choice = toChoice(parseInput(StartCheckout, input));
  const stripe = createStripe(ctx.env);
  return withOperation(ctx, "checkout", async () => {
    const priceOf = await getPriceIds(stripe);
    const synced = await syncCustomer(ctx);
    assertFree(synced);
    const { listings, accounts } = await countListings(ctx, "person");
    await recordCount(ctx, listings);
    if (choice.plan === "starter" && listings === 0) throw noListings(accounts);
    const { overage } = synced.after;
    // It takes no quantity of 0: the item for listings comes with the first of them.
    const line_items = toItems({ ...choice, listings: listings || null, overage }, priceOf);
    const customer = await getCustomer(ctx, stripe, synced.after);
    const metadata = { organization: ctx.id };
    const trial = toTrial(synced.after, ctx.now);
    const wanted = {
      ...metadata,
      ...choice,
      listings: String(listings),
      overage,
      trial: JSON.stringify(trial),
    };
    const taken = await takeOpenSession(stripe, customer, wanted, ctx.now);
    if (taken === "paid") throw subscribedAlready();
    if (taken !== null) return { url: taken };
    const session = await stripe.checkout.sessions.create({
      mode: "subscription",
      customer,
      client_reference_id: ctx.id,
      line_items,
      payment_method_collection: "always",
      metadata: wanted,
      subscription_data: { metadata, billing_mode: { type: "flexible" }, ...trial },
      ...toReturnUrls(ctx),
    });
    return { url: getUrl(session) };
  });
}

/** One that waits for its first payment counts: a bank takes days for a debit. */
function assertFree({ after, stripe }: Synced): void {
  if (isSubscribed(after)) throw subscribedAlready();
  if (stripe.subscriptions.some(({ status }) => status === "incomplete")) {
    throw new AppError("conflict", "A first payment is under way. The subscription begins when it arrives.", {
      whoCanFix: "time",
    });
  }
  const currency = stripe.customer?.currency ?? "usd";
  if (currency !== "usd") {
    const message = `The plans are priced in USD, and Stripe bills this organization in ${currency.toUpperCase()}.`;
    throw new AppError("conflict", message, { whoCanFix: "operator" });
  }
}

const subscribedAlready = () =>
  new AppError("conflict", "The organization has a subscription already: change its plan instead.");

function noListings(accounts: number): AppError {
  if (accounts === 0) {
    const message =
      "Starter is paid by the listing: connect an account with at least one active listing first.";
    return new AppError("not_connected", message);
  }
  const message =
    "Starter is paid by the listing, and the connected accounts have no active one. Activate a listing first.";
  return new AppError("conflict", message);
}

/** The rest of our trial stays free; a short one in whole days. */
function toTrial({ trialEndsAt }: BillingAccount, now: number) {
  const rest = (trialEndsAt ?? now) - now;
  if (trialEndsAt === null || rest <= 0) return {};
  if (rest > SHORTEST_TRIAL_MS) return { trial_end: Math.floor(trialEndsAt / 1_000) };
  return { trial_period_days: Math.ceil(rest / DAY_MS) };
}

function toReturnUrls({ env, id }: BillingContext) {
  const billing = `${getConfig(env).dashboardUrl}/billing`;
  return {
    // Stripe puts the id there.
    success_url: `${billing}?checkout=done&session_id={CHECKOUT_SESSION_ID}&organization=${id}`,
    cancel_url: `${billing}?checkout=canceled&organization=${id}`,
  };
}

function getUrl({ url }: Stripe.Checkout.Session): string {
  if (url === null) throw new Error("A hosted checkout session has no address.");
  return url;
}
