import Stripe from "stripe";
import type { PlanName } from "../plans.ts";
import { findItemKind } from "../prices.ts";

/** A subscription as far as the number of its listings can be changed now. */
export interface Billed {
  subscription: Stripe.Subscription;
  plan: PlanName;
  /** Null: nothing has been billed per listing yet. */
  item: Stripe.SubscriptionItem | null;
  quantity: number;
  schedule: Stripe.SubscriptionSchedule | null;
}

const CHANGEABLE = ["active", "trialing", "past_due", "unpaid"];

/** Null for one that has ended, is not paid for yet, or waits for the payment of another change. */
export async function readBilled(stripe: Stripe, subscriptionId: string): Promise<Billed | null> {
  const expand = ["schedule.phases.items.price"];
  const subscription = await orNull(stripe.subscriptions.retrieve(subscriptionId, { expand }));
  if (subscription === null || !CHANGEABLE.includes(subscription.status) || subscription.pending_update) {
    return null;
  }
  const { items, schedule } = subscription;
  const find = (kind: "base" | "listing") =>
    items.data.find(({ price }) => findItemKind(price.product)?.kind === kind) ?? null;
  const item = find("listing");
  const sold = findItemKind((find("base") ?? item)?.price.product);
  if (sold === null) return null;
  return {
    subscription,
    plan: sold.plan,
    item,
    quantity: item?.quantity ?? 0,
    schedule: schedule !== null && typeof schedule !== "string" ? schedule : null,
  };
}

async function orNull<Answer>(reading: Promise<Answer>): Promise<Answer | null> {
  try {
    return await reading;
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

const isMissing = (thrown: unknown) =>
  thrown instanceof Stripe.errors.StripeInvalidRequestError && thrown.code === "resource_missing";
