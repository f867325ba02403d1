import { addDays } from "./dates.ts";
import { roundMoney } from "./money.ts";
import type { CalendarDay } from "./schemas/calendar.ts";
import { isArchived, type ListingRow } from "./schemas/listing.ts";

export interface PlannedStay {
  arrival: string;
  departure: string;
  nights: number;
  guests?: number;
}

type Night = Pick<CalendarDay, "date"> & Partial<CalendarDay>;

/** The nights of a stay, arrival to the eve of departure; a night that the calendar does not know has a date only. */
export function toNights(days: readonly CalendarDay[], { arrival, nights }: PlannedStay): Night[] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  return Array.from({ length: nights }, (_, index) => {
    const date = addDays(arrival, index);
    return byDate.get(date) ?? { date };
  });
}

export const isFree = ({ isAvailable, status }: Night): boolean => isAvailable ?? status === "available";

/** What speaks against a stay. `rule`: the host's own rule, which the host may break. */
export interface Obstacle {
  kind: "archived" | "taken" | "rule" | "capacity";
  sentence: string;
}

/** What the nights cost together; undefined when one of them has no price. */
export function toStayPrice(nights: readonly Night[]): number | undefined {
  if (nights.some(({ price }) => price === undefined)) return undefined;
  return roundMoney(nights.reduce((sum, { price = 0 }) => sum + price, 0));
}

/** Why a stay cannot be booked. Empty when it can. */
export function findObstacles(
  listing: ListingRow,
  days: readonly CalendarDay[],
  stay: PlannedStay,
): Obstacle[] {
  const nights = toNights(days, stay);
  const arrival = nights[0];
  const departure = days.find(({ date }) => date === stay.departure);
  const taken = nights.filter((night) => !isFree(night));
  const unknown = taken.filter(
    ({ isAvailable, status }) => isAvailable === undefined && status === undefined,
  );

  const obstacles: [boolean, Obstacle["kind"], string][] = [
    [isArchived(listing), "archived", "The property is archived."],
    [taken.length > unknown.length, "taken", `${count(taken.length - unknown.length)} not available.`],
    [unknown.length > 0, "taken", `The calendar says nothing about ${count(unknown.length)}.`],
    [
      stay.nights < (arrival?.minimumStay ?? 0),
      "rule",
      `The minimum stay on arrival is ${arrival?.minimumStay} nights.`,
    ],
    [
      stay.nights > (arrival?.maximumStay || Number.POSITIVE_INFINITY),
      "rule",
      `The maximum stay on arrival is ${arrival?.maximumStay} nights.`,
    ],
    [arrival?.closedOnArrival === true, "rule", `Nobody may arrive on ${stay.arrival}.`],
    [departure?.closedOnDeparture === true, "rule", `Nobody may depart on ${stay.departure}.`],
    [
      (stay.guests ?? 0) > (listing.personCapacity ?? Number.POSITIVE_INFINITY),
      "capacity",
      `It sleeps ${listing.personCapacity}, not ${stay.guests}.`,
    ],
  ];
  return obstacles.filter(([isMet]) => isMet).map(([, kind, sentence]) => ({ kind, sentence }));
}

const count = (nights: number): string => (nights === 1 ? "1 night" : `${nights} nights`);
