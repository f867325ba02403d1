import type Stripe from "stripe";
import { AppError } from "#errors.ts";
import type { BillingContext } from "../billing-context.ts";
import { getPriceIds } from "../get-price-ids.ts";
import type { Choice } from "../paid-plan.ts";
import { countListings } from "../quantity/count-listings.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";
import type { Upgrade } from "./preview-upgrade.ts";
import { toItemChanges } from "./to-item-changes.ts";

/** How long the cents of a preview can still be had. */
const PREVIEW_MS = 60 * 60 * 1_000;

interface Planning {
  subscription: Stripe.Subscription;
  account: BillingAccount;
  choice: Choice;
  /** Milliseconds, of a preview; left out: now. */
  prorationDate?: number;
}

/** What an upgrade asks of Stripe, with the listings as they are counted now. Its preview asks for the very same. */
export async function planUpgrade(
  ctx: BillingContext,
  stripe: Stripe,
  { subscription, account, choice, prorationDate = ctx.now }: Planning,
): Promise<Upgrade & { listings: number }> {
  const priceOf = await getPriceIds(stripe);
  const { listings } = await countListings(ctx, "person");
  return {
    subscription,
    items: toItemChanges(account, { ...choice, listings }, priceOf),
    prorationDate: toProrationDate(subscription, prorationDate, ctx.now),
    paymentBehavior: await toPaymentBehavior(stripe, subscription, account),
    listings,
  };
}

function toProrationDate({ items }: Stripe.Subscription, wanted: number, now: number): number {
  const seconds = Math.floor(wanted / 1_000);
  const start = Math.max(...items.data.map(({ current_period_start }) => current_period_start));
  if (wanted <= now && now - wanted <= PREVIEW_MS && seconds >= start) return seconds;
  // A clock of ours that is behind Stripe's by a moment.
  if (wanted === now && seconds < start) return start;
  throw new AppError("conflict", "prorationDate: this preview is out of date. Make another one.");
}

/**
 * An upgrade waits for its payment, unless another change waits already: then it is made at once or not at all, so that the
 * other one can be put back. A debit takes days, longer than Stripe lets a change wait.
 */
async function toPaymentBehavior(
  stripe: Stripe,
  subscription: Stripe.Subscription,
  { nextAt }: BillingAccount,
): Promise<Upgrade["paymentBehavior"]> {
  const type = await findMethodType(stripe, subscription);
  if (type !== null && type !== "card" && type !== "link") return "allow_incomplete";
  if (nextAt === null) return "pending_if_incomplete";
  if (type === null) throw new AppError("payment_failed", "There is no card to charge. Add one first.");
  return "error_if_incomplete";
}

async function findMethodType(
  stripe: Stripe,
  { default_payment_method: method, customer }: Stripe.Subscription,
): Promise<string | null> {
  const own = method ?? (await findDefault(stripe, typeof customer === "string" ? customer : customer.id));
  if (own === null) return null;
  return (typeof own === "string" ? await stripe.paymentMethods.retrieve(own) : own).type;
}

async function findDefault(stripe: Stripe, customerId: string) {
  const customer = await stripe.customers.retrieve(customerId);
  return customer.deleted ? null : (customer.invoice_settings.default_payment_method ?? null);
}
