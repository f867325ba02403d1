import type { Context } from "../core/context.ts";
import type { Price } from "../core/objects.ts";

/** How invoices word what a subscription is charged for. */

export const toTrialText = (ctx: Context, price: Price) => `Trial period for ${nameOf(ctx, price)}`;

/** `18 × Active listing (at $5.00 / month)`. */
export function toPeriodText(ctx: Context, price: Price, quantity: number): string {
  const each = price.tiers_mode === "volume" ? unitPriceAt(ctx, price, quantity) : price.unit_amount_decimal;
  return `${toCount(ctx, price, quantity)} × ${nameOf(ctx, price)} (at ${toEach(price, each)})`;
}

/** `100 × Call (Tier 1 at $0.00 / month)`. */
export function toTierText(ctx: Context, price: Price, quantity: number, tier: number): string {
  const each = ctx.db.priceRecords.get(price.id).tiers[tier]?.unit_amount_decimal ?? null;
  return `${toCount(ctx, price, quantity)} × ${nameOf(ctx, price)} (Tier ${tier + 1} at ${toEach(price, each)})`;
}

/** `Unused time on 15 × Active listing after 16 Nov 2026`. */
export function toProrationText(
  ctx: Context,
  kind: "Remaining" | "Unused",
  { price, quantity, at }: { price: Price; quantity: number; at: number },
): string {
  const what = quantity === 1 ? nameOf(ctx, price) : `${quantity} × ${nameOf(ctx, price)}`;
  return `${kind} time on ${what} after ${toDay(at)}`;
}

const nameOf = ({ db }: Context, { product }: Price) => db.products.get(product).name;

function toCount({ db }: Context, { product }: Price, quantity: number): string {
  const label = db.products.get(product).unit_label;
  return label ? `${quantity} ${label}` : String(quantity);
}

function toEach({ currency, recurring }: Price, cents: string | null): string {
  const { interval = "", interval_count = 1 } = recurring ?? {};
  const often = interval_count === 1 ? interval : `every ${interval_count} ${interval}s`;
  return `${toMoney(cents ?? "0", currency)} / ${often}`;
}

function toMoney(smallestUnits: string, currency: string): string {
  const style = { style: "currency", currency } as const;
  const { maximumFractionDigits: places = 2 } = new Intl.NumberFormat("en-US", style).resolvedOptions();
  return new Intl.NumberFormat("en-US", { ...style, maximumFractionDigits: 12 }).format(
    Number(smallestUnits) / 10 ** places,
  );
}

function unitPriceAt({ db }: Context, price: Price, quantity: number): string | null {
  const { tiers } = db.priceRecords.get(price.id);
  return tiers.find(({ up_to }) => up_to === null || quantity <= up_to)?.unit_amount_decimal ?? null;
}

function toDay(at: number): string {
  const date = new Date(at * 1000);
  const month = date.toLocaleString("en-US", { month: "short", timeZone: "UTC" });
  return `${String(date.getUTCDate()).padStart(2, "0")} ${month} ${date.getUTCFullYear()}`;
}
