import { addDays } from "./dates.ts";
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

/** Why a stay cannot be booked, in sentences. Empty when it can. */
export function findObstacles(
  listing: ListingRow,
  days: readonly CalendarDay[],
  stay: PlannedStay,
): string[] {
  const nights = toNights(days, stay);
  const arrival = nights[0];
  const departure = days.find(({ date }) => date === stay.departure);
  const taken = nights.filter((night) => !isFree(night));
  const unknown = taken.filter(
    ({ isAvailable, status }) => isAvailable === undefined && status === undefined,
  );

  const obstacles: [boolean, string][] = [
    [isArchived(listing), "The property is archived."],
    [taken.length > unknown.length, `${count(taken.length - unknown.length)} not available.`],
    [unknown.length > 0, `The calendar says nothing about ${count(unknown.length)}.`],
    [
      stay.nights < (arrival?.minimumStay ?? 0),
      `The minimum stay on arrival is ${arrival?.minimumStay} nights.`,
    ],
    [
      stay.nights > (arrival?.maximumStay || Number.POSITIVE_INFINITY),
      `The maximum stay on arrival is ${arrival?.maximumStay} nights.`,
    ],
    [arrival?.closedOnArrival === true, `Nobody may arrive on ${stay.arrival}.`],
    [departure?.closedOnDeparture === true, `Nobody may depart on ${stay.departure}.`],
    [
      (stay.guests ?? 0) > (listing.personCapacity ?? Number.POSITIVE_INFINITY),
      `It sleeps ${listing.personCapacity}, not ${stay.guests}.`,
    ],
  ];
  return obstacles.filter(([isMet]) => isMet).map(([, sentence]) => sentence);
}

const count = (nights: number): string => (nights === 1 ? "1 night" : `${nights} nights`);
