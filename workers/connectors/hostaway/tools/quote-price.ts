import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { findObstacles } from "../availability.ts";
import type { HostawayClient } from "../client.ts";
import { assertBookable, CalendarDate } from "../dates.ts";
import { PropertyId } from "../input.ts";
import { PriceItem, toPriceItems } from "../price-items.ts";
import { PriceLine } from "../schemas/price-line.ts";

export const quotePrice = defineTool<HostawayClient>()({
  name: "quote_price",
  title: "Quote a price",
  access: "read",
  toolset: "pricing",
  description:
    "Asks Hostaway what a stay in one property costs, with fees, taxes, discounts and extra guests, line by line, as a direct booking would, and says whether it can be booked. " +
    "It books nothing and holds no dates; coupons and channel markups are not in it. " +
    "For free nights without fees call check_availability; to compare properties call search_available_properties.",
  input: z.object({
    property_id: PropertyId,
    start_date: CalendarDate.describe("Arrival"),
    end_date: CalendarDate.describe("Departure"),
    guests: z.int().min(1).max(50),
  }),
  output: z.object({
    property_id: z.number(),
    property_name: z.string().optional(),
    nights: z.number(),
    guests: z.number(),
    total_price: z.number().optional(),
    currency: z.string().optional(),
    items: z.array(PriceItem),
    bookable: z.boolean(),
    reasons: z.array(z.string()).describe("Why it cannot be booked"),
  }),
  async run({ client, input, now, signal }) {
    const { property_id, start_date, end_date, guests } = input;
    const nights = assertBookable(input, "start_date", "end_date", now);
    const [listing, days, quote] = await Promise.all([
      client.getListing(property_id, signal),
      client.getCalendar(property_id, start_date, end_date, signal),
      client.bookings.quote(
        property_id,
        { startingDate: start_date, endingDate: end_date, numberOfGuests: guests },
        signal,
      ),
    ]);
    const stay = { arrival: start_date, departure: end_date, nights, guests };
    const reasons = findObstacles(listing, days, stay).map(({ sentence }) => sentence);
    return {
      property_id,
      property_name: listing.name,
      nights,
      guests,
      total_price: quote.totalPrice,
      currency: listing.currencyCode,
      items: toPriceItems(quote.components.map((component) => PriceLine.parse(component))),
      bookable: reasons.length === 0,
      reasons,
    };
  },
});
