import { isFree } from "./availability.ts";
import type { CalendarDay } from "./schemas/calendar.ts";

/** Nights in a row that are alike. */
export interface CalendarRange {
  from: string;
  to: string;
  nights: number;
  available: boolean;
  status?: string;
  price?: number;
  min_stay?: number;
  max_stay?: number;
  closed_to_arrival?: boolean;
  closed_to_departure?: boolean;
  units_left?: number;
}

/** Most nights of a calendar are like the one before, so that they are told together. */
export function toRanges(days: readonly CalendarDay[]): CalendarRange[] {
  const ranges: CalendarRange[] = [];
  let last = "";
  for (const day of days) {
    const terms = toTerms(day);
    const key = JSON.stringify(terms);
    const range = ranges.at(-1);
    if (range && key === last) {
      range.to = day.date;
      range.nights++;
    } else ranges.push({ from: day.date, to: day.date, nights: 1, ...terms });
    last = key;
  }
  return ranges;
}

const toTerms = (day: CalendarDay) => ({
  available: isFree(day),
  status: day.status,
  price: day.price,
  min_stay: day.minimumStay,
  max_stay: day.maximumStay,
  closed_to_arrival: day.closedOnArrival || undefined,
  closed_to_departure: day.closedOnDeparture || undefined,
  units_left: day.availableUnitsToSell,
});
