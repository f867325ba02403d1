export interface ProratedTime {
  /** What a full interval costs, in the currency's smallest unit. Credits are negative. */
  amount: number;
  /** Of `interval`, in seconds. */
  left: number;
  interval: number;
}

/** The part of `amount` that the time left is worth. Halves are rounded away from zero, per line. */
export function prorate({ amount, left, interval }: ProratedTime): number {
  const [numerator, denominator] = [BigInt(Math.abs(amount)) * BigInt(left), BigInt(interval)];
  const magnitude = Number((2n * numerator + denominator) / (2n * denominator));
  return amount < 0 && magnitude > 0 ? -magnitude : magnitude;
}
