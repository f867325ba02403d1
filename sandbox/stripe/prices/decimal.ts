const PLACES = 12;

/** The fields `<name>` and `<name>_decimal` of an amount given either way; the whole number is null if there is a fraction. */
export function toAmounts(whole: number | undefined, decimal: string | undefined) {
  if (whole !== undefined) return { whole, decimal: String(whole) };
  if (decimal === undefined) return { whole: null, decimal: null };
  const plain = decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
  return { whole: plain.includes(".") ? null : Number(plain), decimal: plain };
}

/** `decimal` × `quantity` in whole cents, a half rounded up. */
export function multiply(decimal: string, quantity: number): number {
  const [whole = "0", fraction = ""] = decimal.split(".");
  const scaled = BigInt(whole + fraction.padEnd(PLACES, "0")) * BigInt(quantity);
  const one = 10n ** BigInt(PLACES);
  return Number((scaled * 2n + one) / (one * 2n));
}
