import { z } from "zod";
import { each } from "#sandbox/hostaway/fields.ts";

const flag = z.union([z.literal(0), z.literal(1)]).optional();

/** What was set by hand on a day; all else follows from the listing and its reservations. */
export const DayOverride = z.object({
  ...each(["isAvailable", "isProcessed", "closedOnArrival", "closedOnDeparture"], flag),
  price: z.number().min(0).optional(),
  ...each(["minimumStay", "maximumStay"], z.int().min(1).optional()),
  desiredUnitsToSell: z.int().min(0).optional(),
  note: z.string().nullable().optional(),
});
export type DayOverride = z.infer<typeof DayOverride>;

/** The overrides of one listing, by date. `id` is the listing's. */
export const CalendarOverrides = z.object({ id: z.int(), days: z.record(z.string(), DayOverride) });
export type CalendarOverrides = z.infer<typeof CalendarOverrides>;
