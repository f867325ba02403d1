/** Sums of floats carry dust, so they are rounded once, at the end. */
export const roundMoney = (amount: number): number => Math.round(amount * 100) / 100;
