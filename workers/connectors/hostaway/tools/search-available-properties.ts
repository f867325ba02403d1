import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { findObstacles, toNights, toStayPrice } from "../availability.ts";
import type { HostawayClient } from "../client.ts";
import { addDays, assertBookable, CalendarDate } from "../dates.ts";
import { Cursor, limitOf, NextCursor, Note, Total } from "../input.ts";
import { cutPage, readPosition } from "../page.ts";
import { isArchived, type ListingRow } from "../schemas/listing.ts";
import { contains } from "../text.ts";
import { walkByOffset } from "../walk.ts";

const MAX_PAGES = 20;

export const searchAvailableProperties = defineTool<HostawayClient>()({
  name: "search_available_properties",
  title: "Search available properties",
  access: "read",
  toolset: "core",
  description:
    "Finds the properties that are free for every night of a stay and sleep the party, cheapest base price first, each with the price of its nights and whether the stay keeps its rules (minimum and maximum stay, arrival and departure days). " +
    "Archived properties are never offered. Each row takes a request, so ask for few. " +
    "For one known property call check_availability; for its price with fees and taxes call quote_price; to list properties whatever their dates call get_properties.",
  input: z.object({
    start_date: CalendarDate.describe("Arrival"),
    end_date: CalendarDate.describe("Departure"),
    guests: z.int().min(1).optional().describe("Sleeps at least this many"),
    city: z.string().min(1).optional().describe("Part of the city's name"),
    limit: limitOf(5, 10),
    cursor: Cursor,
  }),
  output: z.object({
    nights: z.number(),
    properties: z.array(
      z.object({
        id: z.number(),
        name: z.string().optional(),
        city: z.string().optional(),
        bedrooms: z.number().optional(),
        max_guests: z.number().optional(),
        bookable: z.boolean(),
        reasons: z
          .array(z.string())
          .optional()
          .describe("Why a free property cannot be booked for this stay"),
        total_price: z
          .number()
          .optional()
          .describe("Sum of the nights; excludes fees, taxes and extra guests"),
        currency: z.string().optional(),
      }),
    ),
    total: Total.describe("All that are free, bookable or not; at most, as long as there are more pages"),
    next_cursor: NextCursor,
    note: Note,
  }),
  async run({ client, input, cursors, now, signal }) {
    const { start_date, end_date, guests, city } = input;
    const nights = assertBookable(input, "start_date", "end_date", now);
    const stay = { arrival: start_date, departure: end_date, nights, guests };
    const position = readPosition(cursors, input.cursor);
    const query = {
      availabilityDateStart: start_date,
      // If its last day counts as a night, a home that is taken from the departure on would be lost otherwise.
      availabilityDateEnd: addDays(end_date, -1),
      availabilityGuestNumber: guests,
    };
    const walk = await walkByOffset(
      (limit, offset) => client.getListings({ ...query, limit, offset }, signal),
      { start: position.start, maxPages: MAX_PAGES },
    );
    const isWanted = (listing: ListingRow) =>
      !isArchived(listing) &&
      (guests === undefined || (listing.personCapacity ?? 0) >= guests) &&
      (city === undefined || contains(listing.city, city));
    const page = cutPage(
      { rows: walk.rows.filter(isWanted), next: walk.next },
      { cursors, position, limit: input.limit, toKey: toPriceKey },
    );
    const found = await Promise.all(
      page.rows.map(async (listing) => {
        const days = await client.getCalendar(listing.id, start_date, end_date, signal);
        const obstacles = findObstacles(listing, days, stay);
        // Whether Hostaway's filter counts its last day as a night is not documented; the calendar decides.
        if (obstacles.some(({ kind }) => kind === "taken")) return [];
        const reasons = obstacles.map(({ sentence }) => sentence);
        const property = {
          id: listing.id,
          name: listing.name,
          city: listing.city,
          bedrooms: listing.bedroomsNumber,
          max_guests: listing.personCapacity,
          bookable: reasons.length === 0,
          reasons: reasons.length > 0 ? reasons : undefined,
          total_price: toStayPrice(toNights(days, stay)),
          currency: listing.currencyCode,
        };
        return [property];
      }),
    );
    const properties = found.flat();
    return {
      nights,
      properties,
      total: page.total && page.total - (found.length - properties.length),
      next_cursor: page.nextCursor,
      note:
        walk.next === undefined
          ? undefined
          : "Not all properties were read. next_cursor goes on with the others.",
    };
  },
});

/** Without a price at the end; currencies are not converted, so only prices of one can be compared. */
const toPriceKey = ({ currencyCode = "", price }: ListingRow): string =>
  price === undefined ? "~" : `${currencyCode} ${price.toFixed(2).padStart(12, "0")}`;
