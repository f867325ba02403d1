import { z } from "zod";
import { pageOf, parserOf } from "./envelope.ts";
import { flag, number, text } from "./fields.ts";

export const CalendarDay = z.object({
  date: z.string(),
  isAvailable: flag,
  status: text,
  price: number,
  minimumStay: number,
  maximumStay: number,
  closedOnArrival: flag,
  closedOnDeparture: flag,
  availableUnitsToSell: number,
});
export type CalendarDay = z.infer<typeof CalendarDay>;

export const parseCalendarAnswer = parserOf(pageOf(CalendarDay));
