import { html } from "hono/html";
import type { Context } from "../core/context.ts";
import type { PortalConfiguration, Price, Subscription } from "../core/objects.ts";
import { toRate } from "../pages/rate.ts";
import { updateSubscription } from "../subscriptions/update-subscription.ts";

export interface Choice {
  price: Price;
  product: string;
  /** Null where the quantity cannot be chosen. */
  quantity: { minimum: number; maximum: number | null } | null;
}

export type Update = PortalConfiguration["features"]["subscription_update"];

/** What the customer may switch to. */
export function toChoices({ db }: Context, { items }: Subscription, feature: Update): Choice[] {
  const { default_allowed_updates: allowed, products } = feature;
  const current = items.data[0]?.price.id;
  return (products ?? []).flatMap(({ prices, product, adjustable_quantity }) =>
    prices
      .map((id) => db.prices.get(id))
      .filter((price) => price.active && (allowed.includes("price") || price.id === current))
      .map((price) => ({
        price,
        product: db.products.get(product).name,
        quantity:
          allowed.includes("quantity") && adjustable_quantity.enabled
            ? { minimum: adjustable_quantity.minimum, maximum: adjustable_quantity.maximum }
            : null,
      })),
  );
}

export interface Switch {
  price: string;
  quantity: number;
}

/** Moves the one item of the subscription to another price or quantity, as the configuration has it. */
export function switchPlan(
  ctx: Context,
  { id, items, status }: Subscription,
  { price, quantity }: Switch,
  feature: Update,
  payment_behavior: "allow_incomplete" | "error_if_incomplete",
): Subscription {
  const { proration_behavior, billing_cycle_anchor, trial_update_behavior } = feature;
  const endsTrial = status === "trialing" && trial_update_behavior === "end_trial";
  return updateSubscription(ctx, id, {
    items: [{ id: items.data[0]?.id, price, quantity }],
    proration_behavior,
    payment_behavior,
    ...(billing_cycle_anchor === "now" ? { billing_cycle_anchor: { type: "now" } } : {}),
    ...(endsTrial ? { trial_end: "now" } : {}),
  });
}

/** What a subscription is for, line by line. */
export const planLines = ({ db }: Context, { items }: Subscription) =>
  items.data.map(
    ({ price, quantity }) =>
      html`<h3>${db.products.get(price.product).name}${
        quantity !== undefined && quantity !== 1 ? ` × ${quantity}` : ""
      }</h3><p class="soft">${toRate(price)}</p>`,
  );
