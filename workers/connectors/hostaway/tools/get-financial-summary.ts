import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { AppError } from "#errors.ts";
import type { HostawayClient, ReservationQuery } from "../client.ts";
import { assertOrdered, CalendarDate } from "../dates.ts";
import {
  type Basis,
  countNights,
  type Period,
  summarize,
  toEarnings,
  toOccupancy,
} from "../financial-summary.ts";
import { Note, PropertyId } from "../input.ts";
import type { ListingRow } from "../schemas/listing.ts";
import { type Walk, walkAfterId, walkByOffset } from "../walk.ts";

const MAX_DAYS = 366;
const MAX_PAGES = 20;
const MAX_PROPERTIES = 100;

const basisInWords: Record<Basis, string> = {
  stay_night:
    "Nights stayed in the period; the price of a stay that reaches out of it is divided evenly over its nights.",
  arrival: "Bookings that arrive in the period, with their whole price and all their nights.",
  booked: "Bookings made in the period (UTC), with their whole price and all their nights.",
};

const GetFinancialSummaryInput = z.object({
  start_date: CalendarDate.describe("First day"),
  end_date: CalendarDate.describe("Last day, included"),
  property_id: PropertyId.optional(),
  basis: z
    .enum(["stay_night", "arrival", "booked"])
    .default("stay_night")
    .describe("What puts a booking into the period: nights stayed, arrival, or when it was booked"),
});

const Earnings = z.object({
  currency: z.string(),
  revenue: z.number(),
  bookings: z.number(),
  nights: z.number(),
  average_nightly_rate: z.number().optional(),
});

const GetFinancialSummaryOutput = z.object({
  start_date: z.string(),
  end_date: z.string(),
  basis: z.string(),
  bookings: z.number(),
  nights: z.number(),
  bookings_without_price: z.number().describe("Counted, but in no revenue and no average"),
  earnings: z.array(Earnings).describe("One row per currency; never add them up"),
  occupancy_percent: z.number().optional().describe("Booked nights of all nights of all properties"),
  properties: z
    .array(
      z.object({
        property_id: z.number().optional(),
        property_name: z.string().optional(),
        bookings: z.number(),
        nights: z.number(),
        occupancy_percent: z.number().optional(),
        earnings: z.array(Earnings),
      }),
    )
    .describe("Highest revenue first"),
  properties_omitted: z.number().optional(),
  truncated: z.boolean().optional(),
  note: Note,
});

export const getFinancialSummary = defineTool<HostawayClient>()({
  name: "get_financial_summary",
  title: "Get financial summary",
  access: "read",
  toolset: "core",
  description:
    "Adds up confirmed bookings (new and modified) of a period of up to 366 days: revenue, bookings, nights and average nightly rate per currency, and the same per property. " +
    "Revenue is each booking's total price in Hostaway, with fees and taxes and before commissions. Currencies are never converted or added. " +
    "With the basis stay_night there is occupancy too: booked nights divided by all nights of the period, per property; owner stays and other blocks count as free, archived properties only if they had stays. " +
    "Use it for questions about revenue, occupancy or the best property instead of adding up get_bookings. " +
    "For the money of one booking call get_booking_details.",
  input: GetFinancialSummaryInput,
  output: GetFinancialSummaryOutput,
  async run({ client, input, progress, signal }) {
    const { basis, property_id } = input;
    const period = toPeriod(input);
    const query = { ...toQuery(basis, period), listingId: property_id };
    const listings = await readListings(client, property_id, signal);
    const reservations = await walkAfterId(
      (limit, afterId) => client.getReservations({ ...query, limit, afterId }, signal),
      { maxPages: MAX_PAGES, onPage: progress },
    );
    const { total, properties } = summarize(
      reservations.rows.filter((row) => property_id === undefined || row.listingMapId === property_id),
      listings.rows,
      basis,
      period,
    );
    const nightsEach = basis === "stay_night" ? countNights(period) : undefined;
    const isTruncated = reservations.next !== undefined || listings.next !== undefined;
    return {
      start_date: period.start,
      end_date: period.end,
      basis: basisInWords[basis],
      bookings: total.bookings,
      nights: total.nights,
      bookings_without_price: total.withoutPrice,
      earnings: toEarnings(total),
      occupancy_percent: toOccupancy(total, nightsEach, properties.length),
      properties: properties.slice(0, MAX_PROPERTIES).map(({ id, name, tally }) => ({
        property_id: id,
        property_name: name,
        bookings: tally.bookings,
        nights: tally.nights,
        occupancy_percent: toOccupancy(tally, nightsEach, 1),
        earnings: toEarnings(tally),
      })),
      properties_omitted: Math.max(0, properties.length - MAX_PROPERTIES) || undefined,
      truncated: isTruncated || undefined,
      note: isTruncated
        ? `Incomplete: ${reservations.rows.length} bookings and ${listings.rows.length} properties were read, and there are more. Shorten the period or give a property_id.`
        : undefined,
    };
  },
});

function toPeriod(input: z.infer<typeof GetFinancialSummaryInput>): Period {
  assertOrdered(input, "start_date", "end_date");
  const period = { start: input.start_date, end: input.end_date };
  if (countNights(period) <= MAX_DAYS) return period;
  throw new AppError(
    "invalid_request",
    `\`start_date\` (${period.start}) to \`end_date\` (${period.end}) is longer than ${MAX_DAYS} days.`,
  );
}

/** There is no filter for the day of booking; who books on a day or after it does not depart before it. */
function toQuery(basis: Basis, { start, end }: Period): Omit<ReservationQuery, "limit"> {
  if (basis === "arrival") return { arrivalStartDate: start, arrivalEndDate: end };
  if (basis === "booked") return { departureStartDate: start };
  return { arrivalEndDate: end, departureStartDate: start };
}

async function readListings(
  client: HostawayClient,
  id: number | undefined,
  signal: AbortSignal,
): Promise<Walk<ListingRow>> {
  if (id !== undefined) return { rows: [await client.getListing(id, signal)] };
  return walkByOffset((limit, offset) => client.getListings({ limit, offset }, signal), {
    maxPages: MAX_PAGES,
  });
}
