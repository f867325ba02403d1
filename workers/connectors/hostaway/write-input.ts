import { z } from "zod";
import { CalendarDate } from "./dates.ts";
import { PropertyId } from "./input.ts";

/** Properties by id, each once. */
export const propertyIds = (max: number) =>
  z
    .array(PropertyId)
    .min(1)
    .max(max)
    .refine((ids) => new Set(ids).size === ids.length, "names a property twice");

/** -100 % and less would leave no price. */
export const PricePercent = z
  .number()
  .gt(-100, "would make prices 0 or negative")
  .max(1_000)
  .refine((percent) => percent !== 0, "changes nothing")
  .describe("10 raises by 10 %, -15 lowers by 15 %; rounded half up to the currency's smallest unit");

export const RoundToWhole = z.boolean().default(false).describe("Round percentages to whole units instead");

export const Price = z.number().positive().max(1_000_000);

/** What can be set on the nights of a range. */
export const NightRange = z.strictObject({
  start_date: CalendarDate.describe("First night"),
  end_date: CalendarDate.describe("Last night, included"),
  price: Price.optional().describe("Per night, in the property's currency"),
  price_change_percent: PricePercent.optional(),
  min_stay: z.int().min(1).max(3_650).optional().describe("Nights, for arrivals on these days"),
  max_stay: z.int().min(1).max(3_650).optional(),
  closed_on_arrival: z.boolean().optional(),
  closed_on_departure: z.boolean().optional(),
  availability: z.enum(["available", "blocked"]).optional(),
  note: z.string().max(1_000).optional().describe('For the host; "" removes it'),
});
export type NightRange = z.infer<typeof NightRange>;
