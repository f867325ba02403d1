import type { PriceIds } from "./get-price-ids.ts";
import type { Choice } from "./paid-plan.ts";
import { plans } from "./plans.ts";

export interface Sold extends Choice {
  /** Null: without an item for them. */
  listings: number | null;
  overage: "refuse" | "bill";
}

export interface NewItem {
  price: string;
  quantity?: number;
}

/** What a subscription consists of. */
export function toItems({ plan, interval, listings, overage }: Sold, priceOf: PriceIds): NewItem[] {
  const items: (NewItem | false)[] = [
    plans[plan].base !== null && { price: priceOf({ plan, kind: "base", interval }), quantity: 1 },
    listings !== null && { price: priceOf({ plan, kind: "listing", interval: "month" }), quantity: listings },
    overage === "bill" && { price: priceOf({ plan, kind: "overage", interval: "month" }) },
  ];
  return items.filter((item) => item !== false);
}
