import type { Database } from "../core/database.ts";
import type { Price } from "../core/objects.ts";
import type { PriceTier } from "../core/records.ts";
import { multiply } from "./decimal.ts";

/** What `quantity` of a price costs, in cents: by the unit, by the package, or by its tiers. */
export function toAmount(db: Database, price: Price, quantity: number): number {
  if (price.billing_scheme !== "tiered")
    return multiply(price.unit_amount_decimal ?? "0", toUnits(price, quantity));
  const tiers = db.priceRecords.get(price.id).tiers;
  return price.tiers_mode === "volume" ? toVolume(tiers, quantity) : toGraduated(tiers, quantity);
}

function toUnits({ transform_quantity: transform }: Price, quantity: number): number {
  if (!transform) return quantity;
  const packages = quantity / transform.divide_by;
  return transform.round === "up" ? Math.ceil(packages) : Math.floor(packages);
}

/** All units at the price of the tier that the whole quantity falls into. */
function toVolume(tiers: PriceTier[], quantity: number): number {
  const tier = tiers.find(({ up_to }) => up_to === null || quantity <= up_to);
  return tier ? toTierAmount(tier, quantity) : 0;
}

/** The units within each tier at that tier's price; a flat amount is due once its tier is entered, the first one always. */
function toGraduated(tiers: PriceTier[], quantity: number): number {
  let below = 0;
  let total = 0;
  for (const [index, tier] of tiers.entries()) {
    if (index > 0 && quantity <= below) break;
    const end = Math.min(quantity, tier.up_to ?? Infinity);
    total += toTierAmount(tier, end - below);
    below = tier.up_to ?? Infinity;
  }
  return total;
}

const toTierAmount = (tier: PriceTier, units: number) =>
  multiply(tier.unit_amount_decimal ?? "0", units) + multiply(tier.flat_amount_decimal ?? "0", 1);
