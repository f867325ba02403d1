import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { countNights, summarize, toEarnings, toOccupancy } from "../financial-summary.ts";
import { Note } from "../input.ts";
import { BasisInput, basisInWords, PeriodInput, readPeriod, toPeriod } from "../read-period.ts";

const MAX_PROPERTIES = 100;

const GetFinancialSummaryInput = PeriodInput.extend({ basis: BasisInput });

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
    "Use it for questions about revenue or the best property instead of adding up get_bookings. " +
    "For ADR and RevPAR by month, channel or property call get_occupancy_report; by channel with commissions, get_revenue_by_channel; for the money of one booking, get_booking_details.",
  input: GetFinancialSummaryInput,
  output: GetFinancialSummaryOutput,
  view: "financial-summary",
  async run({ client, input, progress, signal }) {
    const { basis } = input;
    const period = toPeriod(input);
    const { reservations, listings, note } = await readPeriod(client, {
      period,
      basis,
      propertyId: input.property_id,
      onPage: progress,
      signal,
    });
    const { total, properties } = summarize(reservations, listings, basis, period);
    const nightsEach = basis === "stay_night" ? countNights(period) : undefined;
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
      truncated: note === undefined ? undefined : true,
      note,
    };
  },
});
