import type { Context } from "../core/context.ts";
import { invalidRequest, missingParam } from "../core/errors.ts";
import type { Price, Subscription, SubscriptionItem } from "../core/objects.ts";
import { addPrice } from "../prices/add-price.ts";
import { toPlan } from "../prices/to-plan.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import type { Period } from "./billing-period.ts";
import { isMetered } from "./item-kinds.ts";
import type { NewItem } from "./new-subscription.ts";
import { redeemDiscounts } from "./redeem-discounts.ts";

/** `at` names the item in the parameters: `items[0]`. */
export interface ItemPlace {
  subscription: Pick<Subscription, "id" | "customer">;
  currency: string | null;
  at: string;
}

export function newItem(ctx: Context, given: NewItem, place: ItemPlace): SubscriptionItem {
  const { subscription } = place;
  const price = requirePrice(ctx, given, place);
  return {
    id: ctx.db.newId("si_", 14),
    object: "subscription_item",
    billing_thresholds: null,
    created: ctx.now(subscription.customer),
    ...inPeriod({ start: 0, end: 0 }),
    current_trial: null,
    discounts: redeemDiscounts(ctx, given.discounts, subscription) ?? [],
    metadata: mergeMetadata({}, given.metadata),
    plan: toPlan(price),
    price,
    ...toQuantity(price, given.quantity, place.at),
    subscription: subscription.id,
    tax_rates: [],
  };
}

export const inPeriod = ({ start, end }: Period) => ({
  current_period_start: start,
  current_period_end: end,
});

export function toQuantity(price: Price, given: number | undefined, at: string): { quantity?: number } {
  if (!isMetered(price)) return { quantity: given ?? 1 };
  if (given === undefined) return {};
  throw invalidRequest(
    `Quantity should not be specified where usage_type is \`metered\`. Remove quantity from \`${at}\``,
    { param: `${at}[quantity]` },
  );
}

/** The recurring price that an item names or describes. */
export function requirePrice(
  ctx: Context,
  { price: id, price_data }: Pick<NewItem, "price" | "price_data">,
  { currency, at }: Pick<ItemPlace, "currency" | "at">,
): Price {
  if (id && price_data)
    throw invalidRequest("You may only specify one of these parameters: price, price_data.", { param: at });
  const param = `${at}[price]`;
  const price = price_data ? addInlinePrice(ctx, price_data) : ctx.db.prices.get(id ?? missing(param), param);
  if (!price.recurring)
    throw invalidRequest(
      "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.",
      { param },
    );
  if (!price.active && !price_data)
    throw invalidRequest("The price specified is inactive. This field only accepts active prices.", {
      param,
    });
  if (currency && price.currency !== currency)
    throw invalidRequest(
      `The price specified only supports \`${price.currency}\`. This doesn't match the expected currency: \`${currency}\`.`,
      { param },
    );
  return price;
}

/** Not for sale to anybody else. */
function addInlinePrice(ctx: Context, { product, ...given }: NonNullable<NewItem["price_data"]>): Price {
  return addPrice(ctx, ctx.db.products.get(product, "product").id, {
    ...given,
    active: false,
    billing_scheme: "per_unit",
    recurring: { ...given.recurring, usage_type: "licensed" },
    tax_behavior: given.tax_behavior ?? "unspecified",
    transfer_lookup_key: false,
  });
}

function missing(param: string): never {
  throw missingParam(param);
}
