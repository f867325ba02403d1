import type Stripe from "stripe";
import { AppError } from "#errors.ts";
import type { Synced } from "./sync/sync-customer.ts";
import type { BillingAccount } from "./sync/to-billing-state.ts";

type Ending = Pick<BillingAccount, "subscriptionId" | "endedAt">;

export const isSubscribed = ({ subscriptionId, endedAt }: Ending) =>
  subscriptionId !== null && endedAt === null;

/** The subscription as Stripe has it now. One that has ended cannot be changed any more. */
export function getLiveSubscription({ after, stripe }: Synced): Stripe.Subscription {
  const found = stripe.subscriptions.find(({ id }) => id === after.subscriptionId);
  if (found !== undefined && isSubscribed(after)) return found;
  const message =
    after.endedAt === null
      ? "There is no subscription yet: subscribe first."
      : "The subscription has ended and cannot be changed: subscribe again.";
  throw new AppError("conflict", message);
}
