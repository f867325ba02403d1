import type { Price } from "../core/objects.ts";
import type { Interval } from "./add-interval.ts";

export const isMetered = ({ recurring }: Price) => recurring?.usage_type === "metered";

export function intervalOf(price: Price): Interval {
  if (!price.recurring) throw new Error(`${price.id} does not recur`);
  return price.recurring;
}

export const isSameInterval = (a: Interval, b: Interval) =>
  a.interval === b.interval && a.interval_count === b.interval_count;
