import type { Context } from "../core/context.ts";
import { invalidRequest, missingParam } from "../core/errors.ts";
import type { Price } from "../core/objects.ts";
import { addPrice } from "../prices/add-price.ts";
import { multiply } from "../prices/decimal.ts";
import { NewPrice } from "../prices/price-params.ts";
import { toAmount } from "../prices/to-amount.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import type { ItemFields } from "./item-fields.ts";
import type { NewLine } from "./new-line.ts";

interface Owner {
  currency: string | undefined;
  subscription: string | null;
  at: number;
}

/** What the fields ask to be billed: an amount, so many of a price, or so many at an amount each. */
export function toNewLine(ctx: Context, fields: ItemFields, { subscription, at, ...owner }: Owner): NewLine {
  const price = findPrice(ctx, fields);
  const currency = price?.currency ?? owner.currency;
  if (!currency) throw missingParam("currency");
  const { quantity = 1, description = null } = fields;
  return {
    amount: price ? toAmount(ctx.db, price, quantity) : toOwnAmount(fields, quantity),
    currency,
    description: description ?? (price && ctx.db.products.get(price.product).name),
    quantity,
    ...(price || !fields.unit_amount_decimal ? {} : { unitAmount: fields.unit_amount_decimal }),
    price,
    period: fields.period ?? { start: at, end: at },
    proration: false,
    subscription,
    subscriptionItem: null,
    discountable: fields.discountable ?? true,
    metadata: mergeMetadata({}, fields.metadata),
  };
}

function toOwnAmount({ amount, unit_amount_decimal: each }: ItemFields, quantity: number): number {
  if (amount !== undefined && each !== undefined)
    throw invalidRequest("You may only specify one of these parameters: amount, unit_amount_decimal.", {
      param: "amount",
    });
  if (each !== undefined)
    return each.startsWith("-") ? -multiply(each.slice(1), quantity) : multiply(each, quantity);
  if (amount === undefined) throw missingParam("amount");
  return amount;
}

function findPrice(ctx: Context, { pricing, price_data }: ItemFields): Price | null {
  if (price_data) {
    const { product, ...given } = price_data;
    ctx.db.products.get(product, "price_data[product]");
    return addPrice(ctx, product, NewPrice.parse({ ...given, active: false }));
  }
  if (!pricing) return null;
  const price = ctx.db.prices.get(pricing.price, "pricing[price]");
  if (price.type === "recurring")
    throw invalidRequest(
      "The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`.",
      { param: "pricing[price]" },
    );
  return price;
}
