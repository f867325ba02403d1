interface ProratedTime {
  /** Cents for the whole interval. */
  amount: number;
  /** Of `interval`, in seconds. */
  left: number;
  interval: number;
}

/** What the time that is left is worth: half a cent counts as one, line by line. */
export function prorate({ amount, left, interval }: ProratedTime): number {
  const [numerator, denominator] = [BigInt(amount) * BigInt(left), BigInt(interval)];
  return Number((2n * numerator + denominator) / (2n * denominator));
}
