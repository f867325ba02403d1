import { invalidRequest } from "../core/errors.ts";
import type { Subscription, SubscriptionItem } from "../core/objects.ts";
import { intervalOf, isSameInterval } from "./item-kinds.ts";

const most = 20;

/** Refuses items that cannot be on one subscription. */
export function assertItems(items: SubscriptionItem[], mode: Subscription["billing_mode"]["type"]): void {
  if (items.length > most)
    throw invalidRequest(`A subscription can have at most ${most} items.`, { param: "items" });
  const [first, ...others] = items;
  if (mode === "flexible" || !first) return;
  if (!others.every(({ price }) => isSameInterval(intervalOf(price), intervalOf(first.price))))
    throw invalidRequest(
      "All prices on a subscription in classic billing mode must have the same `recurring.interval` and `recurring.interval_count`.",
      { param: "items" },
    );
}
