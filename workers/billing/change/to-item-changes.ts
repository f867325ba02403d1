import type Stripe from "stripe";
import type { PriceIds } from "../get-price-ids.ts";
import type { Choice } from "../paid-plan.ts";
import { plans } from "../plans.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";

type Items = Pick<BillingAccount, "baseItemId" | "listingItemId" | "overageItemId">;

/** The items of the present plan with the prices of the other one: each keeps its id, so that Stripe gives back what is left. */
export function toItemChanges(
  { baseItemId, listingItemId, overageItemId }: Items,
  { plan, interval, listings }: Choice & { listings: number },
  priceOf: PriceIds,
): Stripe.SubscriptionUpdateParams.Item[] {
  const changes: (Stripe.SubscriptionUpdateParams.Item | false)[] = [];
  const at = (id: string | null) => (id === null ? {} : { id });
  if (plans[plan].base !== null) {
    changes.push({ ...at(baseItemId), price: priceOf({ plan, kind: "base", interval }), quantity: 1 });
  }
  if (listingItemId !== null || listings > 0) {
    const price = priceOf({ plan, kind: "listing", interval: "month" });
    changes.push({ ...at(listingItemId), price, quantity: listings });
  }
  if (overageItemId !== null) {
    changes.push({ id: overageItemId, price: priceOf({ plan, kind: "overage", interval: "month" }) });
  }
  return changes.filter((change) => change !== false);
}
