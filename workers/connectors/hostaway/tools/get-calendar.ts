import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { isFree } from "../availability.ts";
import { toRanges } from "../calendar-ranges.ts";
import type { HostawayClient } from "../client.ts";
import { assertAtMostDays, assertOrdered, CalendarDate } from "../dates.ts";
import { PropertyId } from "../input.ts";

const MAX_DAYS = 92;

export const getCalendar = defineTool<HostawayClient>()({
  name: "get_calendar",
  title: "Get calendar",
  access: "read",
  toolset: "pricing",
  description:
    "Shows the calendar of one property for up to 92 nights, past or future: price, minimum and maximum stay, and what is free, reserved or blocked. Nights in a row that are alike are told as one range. " +
    "Use it before changing prices or rules. Whether one stay can be booked tells check_availability; what it costs with fees and taxes, quote_price; short holes between stays, get_gap_nights.",
  input: z.object({
    property_id: PropertyId,
    start_date: CalendarDate.describe("First night"),
    end_date: CalendarDate.describe("Last night, included"),
  }),
  output: z.object({
    property_id: z.number(),
    property_name: z.string().optional(),
    currency: z.string().optional(),
    nights: z.number(),
    nights_available: z.number(),
    ranges: z.array(
      z.object({
        from: z.string(),
        to: z.string().describe("Last night, included"),
        nights: z.number(),
        available: z.boolean(),
        status: z.string().optional(),
        price: z.number().optional().describe("Per night"),
        min_stay: z.number().optional(),
        max_stay: z.number().optional(),
        closed_to_arrival: z.boolean().optional(),
        closed_to_departure: z.boolean().optional(),
        units_left: z.number().optional().describe("Of a property with several units"),
      }),
    ),
  }),
  view: "availability-calendar",
  async run({ client, input, signal }) {
    const { property_id, start_date, end_date } = input;
    assertOrdered(input, "start_date", "end_date");
    assertAtMostDays(input, "start_date", "end_date", MAX_DAYS);
    const [listing, days] = await Promise.all([
      client.getListing(property_id, signal),
      client.getCalendar(property_id, start_date, end_date, signal),
    ]);
    const wanted = days
      .filter(({ date }) => date >= start_date && date <= end_date)
      .toSorted((a, b) => (a.date < b.date ? -1 : 1));
    return {
      property_id,
      property_name: listing.name,
      currency: listing.currencyCode,
      nights: wanted.length,
      nights_available: wanted.filter(isFree).length,
      ranges: toRanges(wanted),
    };
  },
});
