import { type PlanName, planNames, plans } from "./plans.ts";

export type Interval = "month" | "year";

/** What a subscription item or an invoice line stands for. */
export interface ItemKind {
  plan: PlanName;
  kind: "base" | "listing" | "overage";
}

/** What is for sale: a kind of item at an interval. Only bases are sold by the year. */
export interface PricedItem extends ItemKind {
  interval: Interval;
}

/** The id of its product in Stripe: ours to choose, and the same whatever the price becomes. */
export const toProductId = ({ plan, kind }: ItemKind) => `latchkey_${plan}_${kind}`;

/** The name that its present price goes by in Stripe. */
export function toLookupKey({ plan, kind, interval }: PricedItem): string {
  return kind === "base" ? `latchkey_${plan}_base_${interval}` : `latchkey_${plan}_${kind}`;
}

const byProduct = new Map(listPricedItems().map((item) => [toProductId(item), item]));
const byLookupKey = new Map(listPricedItems().map((item) => [toLookupKey(item), item]));

/** Null for a product that is none of ours. */
export function findItemKind(product: string | { id: string } | null | undefined): ItemKind | null {
  const id = typeof product === "string" ? product : product?.id;
  return byProduct.get(id ?? "") ?? null;
}

export function findPricedItem(lookupKey: string | undefined): PricedItem | null {
  return byLookupKey.get(lookupKey ?? "") ?? null;
}

/** Everything that is for sale. */
export function listPricedItems(): PricedItem[] {
  return planNames.flatMap((plan): PricedItem[] => {
    const { base, perListing, overagePerThousand } = plans[plan];
    const items: (PricedItem | false)[] = [
      perListing !== null && { plan, kind: "listing", interval: "month" },
      base !== null && { plan, kind: "base", interval: "month" },
      base !== null && { plan, kind: "base", interval: "year" },
      overagePerThousand !== null && { plan, kind: "overage", interval: "month" },
    ];
    return items.filter((item) => item !== false);
  });
}
