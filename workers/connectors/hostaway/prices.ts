import type { Money } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import { roundMoney } from "./money.ts";

const BIG_CHANGE = 0.3;
const currencies = new Set(Intl.supportedValuesOf("currency"));

export const isCurrency = (code: string): boolean => currencies.has(code);

/** The smallest unit of a currency: 2 decimals for most, none for the yen. */
const decimalsOf = (currency: string): number =>
  isCurrency(currency)
    ? (new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ??
      2)
    : 2;

/** Halves are rounded up. The detour over 12 digits keeps 1.005 from being a little less than it says. */
export function roundPrice(amount: number, currency: string, toWhole: boolean): number {
  const factor = toWhole ? 1 : 10 ** decimalsOf(currency);
  return Math.round(Number((amount * factor).toPrecision(12))) / factor;
}

interface PriceChange {
  price?: number;
  price_change_percent?: number;
  round_to_whole?: boolean;
}

/** Both at once contradict each other. */
export function assertOnePrice({ price, price_change_percent }: PriceChange, name = "price"): void {
  if (price === undefined || price_change_percent === undefined) return;
  throw new AppError("invalid_request", `Give \`${name}\` or \`price_change_percent\`, not both.`);
}

/** The new price, or undefined where none is asked for. Throws where there is nothing to take a percentage of, or nothing left. */
export function toNewPrice(
  { price, price_change_percent, round_to_whole = false }: PriceChange,
  before: number | undefined,
  { currency, what }: { currency: string | undefined; what: string },
): number | undefined {
  if (price_change_percent === undefined) return price;
  if (!before) {
    throw new AppError("invalid_request", `${what} has no price to change by a percentage. Give an amount.`);
  }
  const after = roundPrice(before * (1 + price_change_percent / 100), currency ?? "", round_to_whole);
  if (after > 0) return after;
  throw new AppError(
    "invalid_request",
    `${price_change_percent} % would make the price of ${what} ${after}.`,
  );
}

export const isBigChange = (before: number | null | undefined, after: number): boolean =>
  typeof before === "number" && before > 0 && Math.abs(after / before - 1) > BIG_CHANGE;

/** Adds up what is of one kind and one currency. */
export function sumMoney(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, Money>();
  for (const money of amounts) {
    const key = JSON.stringify([money.what, money.currency]);
    const sum = sums.get(key);
    const add = (a: number | null | undefined, b: number | null) => roundMoney((a ?? 0) + (b ?? 0));
    sums.set(key, { ...money, before: add(sum?.before, money.before), after: add(sum?.after, money.after) });
  }
  return [...sums.values()];
}
