import type Stripe from "stripe";
import type { PriceIds } from "../get-price-ids.ts";
import { findItemKind } from "../prices.ts";
import type { Billed } from "./read-billed.ts";

type Phase = Stripe.SubscriptionScheduleUpdateParams.Phase;

/** What a schedule has to say so that this quantity stays when its next phases come; null: it says so already. */
export function toPhases(
  { subscription, schedule }: Billed,
  quantity: number,
  priceIds: PriceIds,
): Phase[] | null {
  const start = schedule?.current_phase?.start_date;
  if (schedule === null || start === undefined) return null;
  const phases = schedule.phases.filter(({ start_date }) => start_date >= start);
  const revised = phases.map((phase) => {
    const present = phase.start_date === start ? subscription.items.data : phase.items;
    return toPhase(phase, withQuantity(present.map(toItem), quantity, priceIds));
  });
  const isSame = revised.every(({ items }, index) => {
    const now = phases[index]?.items.map(toItem) ?? [];
    return JSON.stringify(now.map(toTerms)) === JSON.stringify(items);
  });
  return isSame ? null : revised;
}

interface Item {
  price: Stripe.Price;
  quantity?: number;
}

function toItem({ price, quantity }: { price: string | { id: string }; quantity?: number }): Item {
  if (typeof price === "string" || !("product" in price))
    throw new Error("A phase's price was not expanded.");
  return { price: toPrice(price), quantity };
}

/** Safe because whatever has a product among what an item's price can be is a price. */
const toPrice = (price: { id: string; product: unknown }) => price as Stripe.Price;

const toTerms = ({ price, quantity }: Item) => ({
  price: price.id,
  ...(quantity !== undefined && { quantity }),
});

function withQuantity(items: Item[], quantity: number, priceIds: PriceIds): Phase["items"] {
  const kinds = items.map(({ price }) => findItemKind(price.product));
  const terms = items.map((item, index) =>
    toTerms(kinds[index]?.kind === "listing" ? { ...item, quantity } : item),
  );
  const plan = kinds.find((sold) => sold?.kind === "base")?.plan;
  const isMissing = plan !== undefined && quantity > 0 && !kinds.some((sold) => sold?.kind === "listing");
  if (!isMissing) return terms;
  return [...terms, { price: priceIds({ plan, kind: "listing", interval: "month" }), quantity }];
}

function toPhase(phase: Stripe.SubscriptionSchedule.Phase, items: Phase["items"]): Phase {
  const { start_date, end_date, trial_end, metadata, proration_behavior } = phase;
  return {
    items,
    start_date,
    end_date,
    metadata: metadata ?? {},
    proration_behavior,
    ...(trial_end !== null && { trial_end }),
  };
}
