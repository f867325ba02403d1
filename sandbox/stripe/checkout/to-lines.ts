import type { Context } from "../core/context.ts";
import { invalidRequest, missingParam } from "../core/errors.ts";
import type { CheckoutLine, Price } from "../core/objects.ts";
import { addPrice } from "../prices/add-price.ts";
import { NewPrice } from "../prices/price-params.ts";
import { toAmount } from "../prices/to-amount.ts";
import { addProduct } from "../products/create-product.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import type { LineItem, SessionParams } from "./session-params.ts";

/** What the session sells, priced as it is due today. */
export function toLines(ctx: Context, params: SessionParams): CheckoutLine[] {
  const items = params.line_items ?? [];
  if (items.length === 0 && params.mode !== "setup") throw missingParam("line_items");
  const prices = items.map((item, index) => toPrice(ctx, item, index));
  assertMode(params, prices);
  const { trial_end, trial_period_days } = params.subscription_data ?? {};
  const onTrial = trial_end !== undefined || trial_period_days !== undefined;
  return items.map((item, index) => {
    const price = prices[index] ?? toPrice(ctx, item, index);
    const quantity = toQuantity(price, item, index);
    const due = price.recurring && onTrial ? 0 : toAmount(ctx.db, price, quantity ?? 0);
    return toLine(ctx, { item, price, quantity, due });
  });
}

interface Priced {
  item: LineItem;
  price: Price;
  /** Null for what is metered. */
  quantity: number | null;
  due: number;
}

const toLine = ({ db }: Context, { item, price, quantity, due }: Priced): CheckoutLine => ({
  id: db.newId("li_"),
  object: "item",
  adjustable_quantity: item.adjustable_quantity
    ? {
        enabled: item.adjustable_quantity.enabled,
        maximum: item.adjustable_quantity.maximum ?? null,
        minimum: item.adjustable_quantity.minimum ?? null,
      }
    : null,
  amount_discount: 0,
  amount_subtotal: due,
  amount_tax: 0,
  amount_total: due,
  currency: price.currency,
  description: db.products.get(price.product).name,
  metadata: mergeMetadata({}, item.metadata),
  price,
  quantity,
});

function toPrice(ctx: Context, { price, price_data }: LineItem, index: number): Price {
  const name = `line_items[${index}]`;
  if (price && price_data)
    throw invalidRequest(
      `You may only specify one of these parameters: ${name}[price], ${name}[price_data].`,
    );
  if (price) return requireActive(ctx.db.prices.get(price, `${name}[price]`), `${name}[price]`);
  if (!price_data) throw missingParam(`${name}[price]`);
  const { product, ...given } = price_data;
  // A price made in passing serves this session only.
  const inline = NewPrice.parse({ ...given, product, active: false });
  if (product) return addPrice(ctx, ctx.db.products.get(product, `${name}[price_data][product]`).id, inline);
  if (!given.product_data) throw missingParam(`${name}[price_data][product]`);
  return addPrice(ctx, addProduct(ctx, given.product_data).id, inline);
}

function requireActive(price: Price, param: string): Price {
  if (price.active) return price;
  throw invalidRequest("The price specified is inactive. This field only accepts active prices.", { param });
}

function toQuantity(price: Price, { quantity }: LineItem, index: number): number | null {
  const param = `line_items[${index}][quantity]`;
  if (price.recurring?.usage_type === "metered") {
    if (quantity === undefined) return null;
    throw invalidRequest(
      `Quantity should not be specified where usage_type is \`metered\`. Remove quantity from \`line_items[${index}]\``,
      { param },
    );
  }
  if (quantity === undefined) throw missingParam(param);
  if (quantity >= 1) return quantity;
  throw invalidRequest("This value must be greater than or equal to 1.", {
    code: "parameter_invalid_integer",
    param,
  });
}

function assertMode({ mode }: SessionParams, prices: Price[]): void {
  const recurring = prices.some((price) => price.recurring);
  if (mode === "subscription" && !recurring)
    throw invalidRequest(
      "You must provide at least one recurring price in `subscription` mode when using prices.",
    );
  if (mode === "payment" && recurring)
    throw invalidRequest(
      "You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.",
    );
  if (new Set(prices.map(({ currency }) => currency)).size > 1)
    throw invalidRequest("All prices of a Checkout Session must have the same currency.", {
      param: "line_items",
    });
}
