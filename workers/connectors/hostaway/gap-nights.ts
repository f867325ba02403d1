import { isFree } from "./availability.ts";
import { toStay } from "./bookings.ts";
import { addDays, daysBetween } from "./dates.ts";
import { roundPrice } from "./prices.ts";
import type { CalendarDay } from "./schemas/calendar.ts";
import type { ReservationRow } from "./schemas/reservation.ts";
import type { NightRange } from "./write-input.ts";

/** Free nights with a taken night before and behind them. */
export interface Gap {
  from: string;
  /** The day of departure of whoever would fill it. */
  to: string;
  days: CalendarDay[];
}

/** Gaps that begin within the dates. `days` should reach one night before and `maxNights` beyond them. */
export function findGaps(
  days: readonly CalendarDay[],
  { start, end, maxNights }: { start: string; end: string; maxNights: number },
): Gap[] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const isTaken = (date: string) => {
    const day = byDate.get(date);
    return day !== undefined && !isFree(day);
  };
  const gaps: Gap[] = [];
  for (let from = start; from <= end; from = addDays(from, 1)) {
    if (isTaken(from) || !isTaken(addDays(from, -1))) continue;
    const nights = toFreeNights(byDate, from, maxNights);
    const to = addDays(from, nights.length);
    if (nights.length > 0 && isTaken(to)) gaps.push({ from, to, days: nights });
  }
  return gaps;
}

function toFreeNights(byDate: ReadonlyMap<string, CalendarDay>, from: string, most: number): CalendarDay[] {
  const nights: CalendarDay[] = [];
  for (let date = from; nights.length < most; date = addDays(date, 1)) {
    const day = byDate.get(date);
    if (day === undefined || !isFree(day)) break;
    nights.push(day);
  }
  return nights;
}

/** Properties with a short hole between two bookings, by when the first one begins: what is worth reading a calendar for. */
export function findGappedProperties(
  reservations: readonly ReservationRow[],
  { start, end, maxNights }: { start: string; end: string; maxNights: number },
): { id: number; first: string }[] {
  const stays = reservations.flatMap((row) => {
    const stay = toStay(row);
    return stay && row.listingMapId !== undefined ? [{ property: row.listingMapId, ...stay }] : [];
  });
  const byProperty = Map.groupBy(stays, ({ property }) => property);
  return [...byProperty].flatMap(([id, own]) => {
    const sorted = own.toSorted((a, b) => (a.arrival < b.arrival ? -1 : 1));
    const first = sorted
      .map(({ departure }) => ({
        departure,
        // A stay without nights fills no gap and bounds none.
        next: sorted.find(({ arrival, nights }) => nights > 0 && arrival >= departure)?.arrival,
      }))
      .filter(({ departure, next = departure }) => {
        const nights = daysBetween(departure, next);
        return departure >= start && departure <= end && nights > 0 && nights <= maxNights;
      })
      .map(({ departure }) => departure)
      .sort()[0];
    return first === undefined ? [] : [{ id, first }];
  });
}

/** The nearer the nights, the less likely that somebody still takes them at the full price. */
const discounts = [
  { withinDays: 7, percent: 20 },
  { withinDays: 30, percent: 10 },
] as const;

interface Advice {
  /** Absent where nothing needs to change. */
  suggestion?: NightRange;
  why: string;
}

/** A rule of thumb and the reasons for it, never more: whoever sets prices decides. */
export function suggest({ from, to, days }: Gap, today: string, currency: string | undefined): Advice {
  const first = days[0];
  const lead = daysBetween(today, from);
  const percent = discounts.find(({ withinDays }) => lead <= withinDays)?.percent ?? 0;
  const price = toAveragePrice(days, currency);
  const tooLong = first?.minimumStay !== undefined && first.minimumStay > days.length;
  const reasons = [
    tooLong && `The minimum stay of ${first.minimumStay} is longer than the gap, so nobody can book it.`,
    first?.closedOnArrival && "It is closed for arrival on the first night.",
    percent > 0 &&
      `It begins in ${lead} ${lead === 1 ? "day" : "days"}: ${percent}% less than now is usual this late.`,
  ].filter((reason) => typeof reason === "string");
  const change = {
    ...(tooLong && { min_stay: days.length }),
    ...(first?.closedOnArrival && { closed_on_arrival: false }),
    ...(percent > 0 && price && { price: roundPrice(price * (1 - percent / 100), currency ?? "", false) }),
  };
  return {
    suggestion:
      Object.keys(change).length > 0 ? { start_date: from, end_date: addDays(to, -1), ...change } : undefined,
    why: reasons.length > 0 ? reasons.join(" ") : "It can be booked as it is, and there is time to sell it.",
  };
}

export function toAveragePrice(
  days: readonly CalendarDay[],
  currency: string | undefined,
): number | undefined {
  if (days.some(({ price }) => price === undefined)) return undefined;
  const sum = days.reduce((total, { price = 0 }) => total + price, 0);
  return roundPrice(sum / days.length, currency ?? "", false);
}
