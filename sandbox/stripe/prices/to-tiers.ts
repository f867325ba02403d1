import { invalidRequest, missingParam } from "../core/errors.ts";
import type { PriceTier } from "../core/records.ts";
import { toAmounts } from "./decimal.ts";
import type { NewPrice, Tier } from "./price-params.ts";

/** The tiers of a tiered price: each reaches further than the last, and the last has no end. */
export function toTiers({ tiers, tiers_mode, unit_amount, unit_amount_decimal }: NewPrice): PriceTier[] {
  if (!tiers) throw missingParam("tiers");
  if (!tiers_mode) throw missingParam("tiers_mode");
  if (unit_amount !== undefined || unit_amount_decimal !== undefined)
    throw invalidRequest("`unit_amount` may not be given with `billing_scheme=tiered`.", {
      param: "unit_amount",
    });
  const ends = tiers.map(({ up_to }) => (up_to === "inf" ? Infinity : up_to));
  if (ends.at(-1) !== Infinity || ends.some((end, index) => index > 0 && end <= (ends[index - 1] ?? 0)))
    throw invalidRequest("The tiers' `up_to` must rise, and the last must be `inf`.", { param: "tiers" });
  return tiers.map(toTier);
}

function toTier(given: Tier, index: number): PriceTier {
  const flat = toAmounts(given.flat_amount, given.flat_amount_decimal);
  const unit = toAmounts(given.unit_amount, given.unit_amount_decimal);
  if (flat.decimal === null && unit.decimal === null)
    throw invalidRequest("Each tier needs a `unit_amount` or a `flat_amount`.", { param: `tiers[${index}]` });
  return {
    flat_amount: flat.whole,
    flat_amount_decimal: flat.decimal,
    unit_amount: unit.whole,
    unit_amount_decimal: unit.decimal,
    up_to: given.up_to === "inf" ? null : given.up_to,
  };
}
