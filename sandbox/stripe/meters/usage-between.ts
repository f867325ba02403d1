import type { Context } from "../core/context.ts";
import type { MeterEventRecord } from "../core/records.ts";
import { aggregate } from "./aggregate.ts";
import { isCounted } from "./is-counted.ts";

export interface UsagePeriod {
  meter: string;
  customer: string;
  /** Inclusive. */
  start: number;
  /** Exclusive. */
  end: number;
}

/** The usage to bill: whole units, never less than none. */
export function usageBetween(ctx: Context, period: UsagePeriod): number {
  const usage = aggregate(ctx.db.meters.get(period.meter, "meter"), countedEvents(ctx, period));
  return Math.max(0, Math.round(usage));
}

export function countedEvents(
  ctx: Context,
  { meter, customer, start, end }: UsagePeriod,
): MeterEventRecord[] {
  return ctx.db.meterEvents
    .by("customer", customer)
    .filter(
      (event) =>
        event.meter === meter && event.timestamp >= start && event.timestamp < end && isCounted(ctx, event),
    );
}
