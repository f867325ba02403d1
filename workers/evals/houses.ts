import {
  dayAfter,
  isArchived,
  isAsleep,
  isStay,
  nightsWithin,
  pick,
  pickAll,
  sum,
  TODAY,
} from "./calculate.ts";
import type { StoredData } from "./stored-data.ts";

const AUGUST = ["2027-08-12", "2027-08-13", "2027-08-14"];

/** Prices and repairs are in the calendars of the first sixteen. */
export const busyListing = ({ listings }: StoredData) => pick(listings, (listing) => !isArchived(listing));

export const quietListing = ({ listings, reservations }: StoredData) =>
  pick(
    listings.slice(20),
    ({ currencyCode, guestsIncluded, id, price }) =>
      currencyCode === "EUR" &&
      price !== null &&
      (guestsIncluded ?? 0) >= 2 &&
      !reservations.some(
        (stay) => stay.listingMapId === id && isStay(stay) && AUGUST.some((date) => isAsleep(stay, date)),
      ),
  );

export const lisbonListing = ({ listings }: StoredData) => pick(listings, ({ city }) => city === "Lisbon");

export const inCity = ({ listings }: StoredData, city: string) =>
  pickAll(listings, (listing) => listing.city === city && !isArchived(listing));

/** A stay of some nights in a house, with its dates still to come. */
export const comingStay = ({ reservations }: StoredData) =>
  pick(reservations, (stay) => stay.status === "new" && stay.arrivalDate > TODAY && stay.nights > 1);

/** Cancelled, and nobody else has come instead. */
export const cancelledStay = ({ reservations }: StoredData) =>
  pick(
    reservations,
    (gone) =>
      gone.status === "cancelled" &&
      gone.arrivalDate > dayAfter(TODAY, 70) &&
      !reservations.some(
        (stay) =>
          isStay(stay) &&
          stay.listingMapId === gone.listingMapId &&
          nightsWithin(stay, gone.arrivalDate, dayAfter(gone.departureDate, -1)) > 0,
      ),
  );

export const readRepair = async (stored: StoredData) =>
  pick(
    await stored.readNights(busyListing(stored).id, dayAfter(TODAY, 1), dayAfter(TODAY, 61)),
    ({ status }) => status === "blocked",
  );

/** The first weekend night that is for sale from the third month on. */
export const readWeekend = async (stored: StoredData) => {
  const nights = await stored.readNights(busyListing(stored).id, "2027-06-01", "2027-08-31");
  return pick(nights, ({ date, isAvailable }) => isAvailable === 1 && new Date(date).getUTCDay() === 5);
};

/** The free ones that sleep six, by base price. */
export async function searchMiami(stored: StoredData, first: string, last: string) {
  const large = inCity(stored, "Miami").filter(({ personCapacity }) => (personCapacity ?? 0) >= 6);
  const withNights = await Promise.all(
    large.map(async (listing) => ({ ...listing, nights: await stored.readNights(listing.id, first, last) })),
  );
  const free = withNights
    .filter(({ nights }) => nights.every(({ isAvailable }) => isAvailable === 1))
    .toSorted((a, b) => (a.price ?? 0) - (b.price ?? 0));
  return {
    total: free.length,
    properties: free.map(({ id, nights }) => ({
      id,
      total_price: sum(nights.map(({ price }) => price ?? 0)),
      currency: "USD",
    })),
  };
}
