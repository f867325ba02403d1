import { isConfirmed, nightsWithin, pickAll, sum } from "./calculate.ts";
import type { Reservation, StoredData } from "./stored-data.ts";

export const MARCH = { start_date: "2027-03-01", end_date: "2027-03-31" };
export const FEBRUARY = { start_date: "2027-02-01", end_date: "2027-02-28" };
export type Period = typeof MARCH;

export const nightsIn = (stay: Reservation, { end_date, start_date }: Period) =>
  nightsWithin(stay, start_date, end_date);

/** A stay without nights belongs to the day it comes. */
const isIn = (stay: Reservation, period: Period) =>
  nightsIn(stay, period) > 0 ||
  (stay.nights === 0 && stay.arrivalDate >= period.start_date && stay.arrivalDate <= period.end_date);

/** The part of its price that falls into the period, by nights. */
export const revenueIn = (stay: Reservation, period: Period) =>
  stay.nights === 0
    ? (stay.totalPrice ?? 0)
    : ((stay.totalPrice ?? 0) * nightsIn(stay, period)) / stay.nights;

export const currencyOf = ({ listings }: StoredData, { currency, listingMapId }: Reservation) =>
  currency ?? listings.find(({ id }) => id === listingMapId)?.currencyCode ?? null;

export const confirmedIn = ({ reservations }: StoredData, period: Period) =>
  pickAll(reservations, (stay) => isConfirmed(stay) && isIn(stay, period));

/** What each currency's bookings come to; rounded once, at the end. */
export function earningsOf(stored: StoredData, stays: readonly Reservation[], period: Period) {
  const priced = stays.filter(({ totalPrice }) => totalPrice !== null);
  return [...Map.groupBy(priced, (stay) => currencyOf(stored, stay))].map(([currency, own]) => ({
    currency,
    bookings: own.length,
    nights: own.map((stay) => nightsIn(stay, period)).reduce((a, b) => a + b, 0),
    revenue: sum(own.map((stay) => revenueIn(stay, period))),
  }));
}
