import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { findObstacles, isFree, toNights, toStayPrice } from "../availability.ts";
import type { HostawayClient } from "../client.ts";
import { assertBookable, CalendarDate } from "../dates.ts";
import { Note, PropertyId } from "../input.ts";

const MAX_LISTED_NIGHTS = 92;

const CheckAvailabilityInput = z.object({
  property_id: PropertyId,
  start_date: CalendarDate.describe("Arrival"),
  end_date: CalendarDate.describe("Departure, not a night of the stay"),
  guests: z.int().min(1).optional().describe("Checked against the property's capacity"),
});

const CheckAvailabilityOutput = z.object({
  property_id: z.number(),
  property_name: z.string().optional(),
  available: z.boolean(),
  reasons: z.array(z.string()).describe("Why it is not available"),
  nights: z.number(),
  total_price: z
    .number()
    .optional()
    .describe(
      "Sum of the nightly prices; excludes fees, taxes and extra guests. Absent when a price is missing",
    ),
  currency: z.string().optional(),
  nightly: z.array(
    z.object({
      date: z.string(),
      available: z.boolean(),
      status: z.string().optional(),
      price: z.number().optional(),
      min_stay: z.number().optional(),
    }),
  ),
  note: Note,
});

export const checkAvailability = defineTool<HostawayClient>()({
  name: "check_availability",
  title: "Check availability",
  access: "read",
  toolset: "core",
  description:
    "Says whether one property can be booked from an arrival to a departure date, and if not, why: taken nights, minimum or maximum stay, days closed for arrival or departure, too many guests. " +
    "Lists each night with its price and adds them up; the sum excludes fees and taxes. Up to 365 nights. " +
    "Use it for one known property; to search all properties for free dates call search_available_properties; for the price with fees and taxes call quote_price. " +
    "To see who holds the taken nights call get_bookings with the same property_id.",
  input: CheckAvailabilityInput,
  output: CheckAvailabilityOutput,
  view: "availability-calendar",
  async run({ client, input, now, signal }) {
    const { property_id, start_date, end_date, guests } = input;
    const nights = assertBookable(input, "start_date", "end_date", now);
    const [listing, days] = await Promise.all([
      client.getListing(property_id, signal),
      client.getCalendar(property_id, start_date, end_date, signal),
    ]);
    const stay = { arrival: start_date, departure: end_date, nights, guests };
    const reasons = findObstacles(listing, days, stay).map(({ sentence }) => sentence);
    const nightly = toNights(days, stay);
    return {
      property_id,
      property_name: listing.name,
      available: reasons.length === 0,
      reasons,
      nights,
      total_price: toStayPrice(nightly),
      currency: listing.currencyCode,
      nightly: nightly.slice(0, MAX_LISTED_NIGHTS).map((night) => ({
        date: night.date,
        available: isFree(night),
        status: night.status,
        price: night.price,
        min_stay: night.minimumStay,
      })),
      note:
        nights > MAX_LISTED_NIGHTS
          ? `Only the first ${MAX_LISTED_NIGHTS} of ${nights} nights are listed; all were checked and summed.`
          : undefined,
    };
  },
});
