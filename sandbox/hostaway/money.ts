export const toCents = (amount: number) => Math.round(amount * 100) / 100;

export const sumOf = (amounts: (number | null)[]) =>
  toCents(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0));
