import { z } from "zod";
import { CalendarDay } from "./calendar.ts";
import { pageOf, parserOf } from "./envelope.ts";
import { date, id, list, number, text } from "./fields.ts";

/** A day of the calendar with all that can be changed on it, and with who sleeps there. */
export const Night = CalendarDay.extend({
  note: text,
  countAvailableUnits: number,
  desiredUnitsToSell: number,
  reservations: list(z.object({ id, arrivalDate: date, departureDate: date, status: text })),
});
export type Night = z.infer<typeof Night>;

export const parseNights = parserOf(pageOf(Night));
