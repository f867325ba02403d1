/** Sums of floats carry dust, so they are rounded once, at the end. */
export const roundMoney = (amount: number): number => Math.round(amount * 100) / 100;

/** Currencies are never added; rows without one are left out. */
export function sumByCurrency<Row>(
  rows: readonly Row[],
  toAmount: (row: Row) => number,
  toCurrency: (row: Row) => string | undefined,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const currency = toCurrency(row);
    if (currency !== undefined) sums.set(currency, (sums.get(currency) ?? 0) + toAmount(row));
  }
  for (const [currency, sum] of sums) sums.set(currency, roundMoney(sum));
  return sums;
}
