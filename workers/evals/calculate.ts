import { expect } from "vitest";
import type { Listing, Reservation, StoredData } from "./stored-data.ts";

/** In Europe it is today, and in Miami and Austin, where most of the stays are, still yesterday. */
export const NOW = "2027-03-11T03:00:00Z";
export const TODAY = "2027-03-11";
export const TOMORROW = "2027-03-12";

export const round = (amount: number): number => Math.round(amount * 100) / 100;

export const sum = (amounts: readonly number[]): number => round(amounts.reduce((a, b) => a + b, 0));

export const dayAfter = (date: string, days = 1): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** Revenue, nights and occupancy come from these alone. */
export const isConfirmed = ({ status }: Reservation): boolean => ["new", "modified"].includes(status);

/** Those that take nights off Hostaway's calendar. */
export const isStay = ({ status }: Reservation): boolean =>
  ["new", "modified", "ownerStay", "awaitingPayment", "awaitingGuestVerification"].includes(status);

export const isArchived = ({ specialStatus }: Listing): boolean => specialStatus === "archived";

/** How many of a stay's nights lie from `first` to `last`, both included. */
export const nightsWithin = ({ arrivalDate, departureDate }: Reservation, first: string, last: string) => {
  const from = Date.parse(arrivalDate > first ? arrivalDate : first);
  const to = Date.parse(departureDate <= last ? departureDate : dayAfter(last));
  return Math.max(0, (to - from) / 86_400_000);
};

export const isAsleep = ({ arrivalDate, departureDate }: Reservation, night: string): boolean =>
  arrivalDate <= night && night < departureDate;

/** The date where the house is. */
export function todayAt({ listings }: StoredData, listingId: number): string {
  const timeZone = listings.find(({ id }) => id === listingId)?.timeZoneName ?? "UTC";
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(new Date(NOW));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** The first that fits. A question about nothing would be answered by anything. */
export function pick<Row>(rows: readonly Row[], fits: (row: Row) => boolean): Row {
  const found = rows.find(fits);
  if (found === undefined) throw new Error("The demo data has nothing of the kind.");
  return found;
}

/** Those that fit, of which there has to be one. */
export function pickAll<Row>(rows: readonly Row[], fits: (row: Row) => boolean): Row[] {
  pick(rows, fits);
  return rows.filter(fits);
}

/** The same rows, whatever their order: not one more and not one less. They are told apart by `keys`. */
export function inAnyOrder(rows: readonly object[], ...keys: string[]): unknown {
  const keyOf = (row: object) => JSON.stringify(keys.map((key) => new Map(Object.entries(row)).get(key)));
  const sort = (given: readonly object[]) => given.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return expect.toSatisfy((given: object[]) => {
    expect(sort(given)).toMatchObject(sort(rows));
    return true;
  });
}
