import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Price } from "../core/objects.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import { toAmounts } from "./decimal.ts";
import type { NewPrice } from "./price-params.ts";
import { takeLookupKey } from "./take-lookup-key.ts";
import { toPlan } from "./to-plan.ts";
import { toTiers } from "./to-tiers.ts";

export function addPrice(ctx: Context, product: string, given: NewPrice & { id?: string }): Price {
  const { db } = ctx;
  if (given.id && db.prices.find(given.id))
    throw invalidRequest("Plan already exists.", { code: "resource_already_exists", param: "id" });
  const tiers = given.billing_scheme === "tiered" ? toTiers(given) : null;
  if (!tiers) assertOneAmount(given);
  if (given.recurring?.meter) db.meters.get(given.recurring.meter, "recurring[meter]");
  const lookup_key = given.lookup_key ?? null;
  if (lookup_key) takeLookupKey(ctx, lookup_key, given.transfer_lookup_key);
  const { whole, decimal } = toAmounts(given.unit_amount, given.unit_amount_decimal);
  const price = db.prices.put({
    id: given.id ?? db.newId("price_"),
    object: "price",
    active: given.active,
    billing_scheme: given.billing_scheme,
    created: ctx.wall(),
    currency: given.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key,
    metadata: mergeMetadata({}, given.metadata),
    nickname: given.nickname ?? null,
    product,
    recurring: toRecurring(given),
    tax_behavior: given.tax_behavior,
    tiers_mode: tiers ? (given.tiers_mode ?? null) : null,
    transform_quantity: given.transform_quantity ?? null,
    type: given.recurring ? "recurring" : "one_time",
    unit_amount: whole,
    unit_amount_decimal: decimal,
  });
  if (tiers) db.priceRecords.put({ id: price.id, tiers });
  if (price.recurring) ctx.emit("plan.created", toPlan(price));
  ctx.emit("price.created", price);
  return price;
}

function assertOneAmount({ unit_amount, unit_amount_decimal, tiers, tiers_mode }: NewPrice): void {
  if (tiers || tiers_mode)
    throw invalidRequest("`tiers` and `tiers_mode` may only be given with `billing_scheme=tiered`.", {
      param: tiers ? "tiers" : "tiers_mode",
    });
  if (unit_amount !== undefined && unit_amount_decimal !== undefined)
    throw invalidRequest("You may only specify one of these parameters: unit_amount, unit_amount_decimal.", {
      param: "unit_amount",
    });
  if (unit_amount === undefined && unit_amount_decimal === undefined)
    throw invalidRequest(
      "You must specify either `unit_amount` or `unit_amount_decimal` when `billing_scheme=per_unit`.",
      { code: "parameter_missing", param: "unit_amount" },
    );
}

function toRecurring({ recurring }: NewPrice): Price["recurring"] {
  if (!recurring) return null;
  const { interval, interval_count, meter = null, trial_period_days = null, usage_type } = recurring;
  if (meter && usage_type === "licensed")
    throw invalidRequest("A meter may only be given with `usage_type=metered`.", {
      param: "recurring[meter]",
    });
  if (usage_type === "metered" && !meter)
    throw invalidRequest("A price with `usage_type=metered` must name a meter.", {
      code: "parameter_missing",
      param: "recurring[meter]",
    });
  return { interval, interval_count, meter, trial_period_days, usage_type };
}
