import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { missingParam } from "../core/errors.ts";
import { addPrice } from "../prices/add-price.ts";
import { NewPrice, ProductData, Recurring } from "../prices/price-params.ts";
import { toPlan } from "../prices/to-plan.ts";
import { addProduct } from "../products/create-product.ts";
import { Text } from "../wire/parameters.ts";

const { active, billing_scheme, currency, metadata, nickname, tiers, tiers_mode } = NewPrice.shape;
const { transform_quantity, unit_amount, unit_amount_decimal } = NewPrice.shape;

const Params = z.strictObject({
  ...Recurring.shape,
  active,
  amount: unit_amount,
  amount_decimal: unit_amount_decimal,
  billing_scheme,
  currency,
  id: Text.optional(),
  metadata,
  nickname,
  product: z.union([Text, ProductData]).optional(),
  tiers,
  tiers_mode,
  transform_usage: transform_quantity,
});

export const createPlan = endpoint("POST", "/v1/plans", Params, (ctx, params) => {
  const { id, amount, amount_decimal, product, transform_usage, ...rest } = params;
  const { interval, interval_count, meter, trial_period_days, usage_type, ...given } = rest;
  if (!product) throw missingParam("product");
  const { id: owner } =
    typeof product === "string" ? ctx.db.products.get(product, "product") : addProduct(ctx, product);
  const price = addPrice(ctx, owner, {
    ...given,
    id: id ?? ctx.db.newId("plan_"),
    recurring: { interval, interval_count, meter, trial_period_days, usage_type },
    tax_behavior: "unspecified",
    transfer_lookup_key: false,
    transform_quantity: transform_usage,
    unit_amount: amount,
    unit_amount_decimal: amount_decimal,
  });
  return toPlan(price);
});
