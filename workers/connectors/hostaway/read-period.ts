import { z } from "zod";
import type { HostawayClient, ReservationQuery } from "./client.ts";
import { assertAtMostDays, assertOrdered, CalendarDate } from "./dates.ts";
import type { Basis, Period } from "./financial-summary.ts";
import { PropertyId } from "./input.ts";
import type { ListingRow } from "./schemas/listing.ts";
import type { ReservationRow } from "./schemas/reservation.ts";
import { type Walk, walkAfterId, walkByOffset } from "./walk.ts";

const MAX_DAYS = 366;
const MAX_PAGES = 20;

export const basisInWords: Record<Basis, string> = {
  stay_night:
    "Nights stayed in the period; the price of a stay that reaches out of it is divided evenly over its nights.",
  arrival: "Bookings that arrive in the period, with their whole price and all their nights.",
  booked: "Bookings made in the period (UTC), with their whole price and all their nights.",
};

export const BasisInput = z
  .enum(["stay_night", "arrival", "booked"])
  .default("stay_night")
  .describe("What puts a booking into the period: nights stayed, arrival, or when it was booked");

export const PeriodInput = z.object({
  start_date: CalendarDate.describe("First day"),
  end_date: CalendarDate.describe("Last day, included"),
  property_id: PropertyId.optional(),
});
type PeriodInput = z.infer<typeof PeriodInput>;

export function toPeriod(input: PeriodInput): Period {
  assertOrdered(input, "start_date", "end_date");
  assertAtMostDays(input, "start_date", "end_date", MAX_DAYS);
  return { start: input.start_date, end: input.end_date };
}

interface PeriodQuery {
  period: Period;
  basis: Basis;
  propertyId: number | undefined;
  onPage?(pages: number): void;
  signal: AbortSignal;
}

interface PeriodRows {
  /** Of every status; some lie outside of the period. */
  reservations: ReservationRow[];
  listings: ListingRow[];
  /** What is missing, if anything. */
  note?: string;
}

/** What a sum over a period is made of. */
export async function readPeriod(client: HostawayClient, query: PeriodQuery): Promise<PeriodRows> {
  const { period, basis, propertyId, onPage, signal } = query;
  const filter = { ...toQuery(basis, period), listingId: propertyId };
  const listings = await readListings(client, propertyId, signal);
  const reservations = await walkAfterId(
    (limit, afterId) => client.getReservations({ ...filter, limit, afterId }, signal),
    { maxPages: MAX_PAGES, onPage },
  );
  const isTruncated = reservations.next !== undefined || listings.next !== undefined;
  return {
    reservations: reservations.rows.filter(
      ({ listingMapId }) => propertyId === undefined || listingMapId === propertyId,
    ),
    listings: listings.rows,
    note: isTruncated
      ? `Incomplete: ${reservations.rows.length} bookings and ${listings.rows.length} properties were read, and there are more. Shorten the period or give a property_id.`
      : undefined,
  };
}

/** There is no filter for the day of booking; who books on a day or after it does not depart before it. */
function toQuery(basis: Basis, { start, end }: Period): Omit<ReservationQuery, "limit"> {
  if (basis === "arrival") return { arrivalStartDate: start, arrivalEndDate: end };
  if (basis === "booked") return { departureStartDate: start };
  return { arrivalEndDate: end, departureStartDate: start };
}

/** One property, or all of them. */
export async function readListings(
  client: HostawayClient,
  id: number | undefined,
  signal: AbortSignal,
): Promise<Walk<ListingRow>> {
  if (id !== undefined) return { rows: [await client.getListing(id, signal)] };
  return walkByOffset((limit, offset) => client.getListings({ limit, offset }, signal), {
    maxPages: MAX_PAGES,
  });
}
