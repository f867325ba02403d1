import type { Billed } from "./read-billed.ts";

/** Seconds since the epoch: the beginning of the UTC day, or of the billing period or scheduled phase if that is later. */
export function toProrationDate(day: string, { subscription, schedule }: Billed): number {
  const starts = subscription.items.data.map(({ current_period_start }) => current_period_start);
  return Math.max(Date.parse(day) / 1_000, schedule?.current_phase?.start_date ?? 0, ...starts);
}
