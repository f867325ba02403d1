import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { AppError } from "#errors.ts";
import type { HostawayClient, ListingQuery } from "../client.ts";
import { addDays, assertBookable, CalendarDate } from "../dates.ts";
import { Cursor, limitOf, MissingIds, NextCursor, Note, PropertyId, Total } from "../input.ts";
import { findMissing } from "../missing-ids.ts";
import { cutPage, readPosition } from "../page.ts";
import { isArchived, type ListingRow } from "../schemas/listing.ts";
import { contains, equals } from "../text.ts";
import { walkByOffset } from "../walk.ts";

const MAX_PAGES = 20;

const GetPropertiesInput = z.object({
  ids: z.array(PropertyId).min(1).max(50).optional().describe("Exactly these, archived ones too"),
  city: z.string().optional().describe("Part of the city's name"),
  country: z.string().optional().describe("Name or 2-letter code"),
  name: z.string().optional().describe("Part of the property's name"),
  available_from: CalendarDate.optional().describe("Arrival; needs available_to"),
  available_to: CalendarDate.optional().describe("Departure"),
  guests: z.int().min(1).optional().describe("Sleeps at least this many"),
  include_archived: z.boolean().default(false).describe("Also archived properties"),
  limit: limitOf(20, 50),
  cursor: Cursor,
});
type GetPropertiesInput = z.infer<typeof GetPropertiesInput>;

const GetPropertiesOutput = z.object({
  properties: z.array(
    z.object({
      id: z.number(),
      name: z.string().optional(),
      city: z.string().optional(),
      country: z.string().optional(),
      bedrooms: z.number().optional(),
      bathrooms: z.number().optional(),
      max_guests: z.number().optional(),
      price_per_night: z.number().optional().describe("Base price, not for a date"),
      currency: z.string().optional(),
      status: z.enum(["active", "archived"]),
    }),
  ),
  missing_ids: MissingIds,
  total: Total,
  next_cursor: NextCursor,
  note: Note,
});

export const getProperties = defineTool<HostawayClient>()({
  name: "get_properties",
  title: "Get properties",
  access: "read",
  toolset: "core",
  description:
    "Lists the properties (Hostaway listings) of the account, by name, with city, size and base price. " +
    "Use it to find a property's id, to count properties, or, with ids, to read several at once. " +
    "Archived properties are left out unless include_archived is true. " +
    "For everything about one property call get_property_details; for homes that can be booked for a stay, with its price, call search_available_properties; for one property check_availability.",
  input: GetPropertiesInput,
  output: GetPropertiesOutput,
  async run({ client, input, cursors, now, signal }) {
    const query = toAvailabilityQuery(input, now);
    const position = readPosition(cursors, input.cursor);
    const walk = await walkByOffset(
      (limit, offset) => client.getListings({ ...query, limit, offset }, signal),
      { start: position.start, maxPages: MAX_PAGES },
    );
    const matching = walk.rows.filter((listing) => matches(listing, input));
    const page = cutPage(
      { rows: matching, next: walk.next },
      { cursors, position, limit: input.limit, toKey: ({ name = "" }) => name.toLowerCase() },
    );
    return {
      properties: page.rows.map(toProperty),
      missing_ids: walk.next === undefined ? findMissing(input.ids, matching) : undefined,
      total: page.total,
      next_cursor: page.nextCursor,
      note:
        walk.next === undefined
          ? undefined
          : "Not all properties were read. next_cursor goes on with the others.",
    };
  },
});

function toAvailabilityQuery(input: GetPropertiesInput, now: number): Omit<ListingQuery, "limit"> {
  const { available_from, available_to, guests } = input;
  if (available_from === undefined && available_to === undefined) return {};
  if (available_from === undefined || available_to === undefined) {
    throw new AppError("invalid_request", "Give both `available_from` and `available_to`, or neither.");
  }
  assertBookable({ available_from, available_to }, "available_from", "available_to", now);
  return {
    availabilityDateStart: available_from,
    // Hostaway wants the last night, not the day of departure.
    availabilityDateEnd: addDays(available_to, -1),
    availabilityGuestNumber: guests,
  };
}

/** What Hostaway's own filters take is not documented, so places and names are compared here. */
function matches(listing: ListingRow, input: GetPropertiesInput) {
  const { city, country, name, guests, ids, include_archived } = input;
  return (
    (ids?.includes(listing.id) ?? (include_archived || !isArchived(listing))) &&
    (city === undefined || contains(listing.city, city)) &&
    (country === undefined || equals(listing.country, country) || equals(listing.countryCode, country)) &&
    (name === undefined || contains(listing.name, name)) &&
    (guests === undefined || (listing.personCapacity ?? 0) >= guests)
  );
}

function toProperty(listing: ListingRow): z.input<typeof GetPropertiesOutput>["properties"][number] {
  return {
    id: listing.id,
    name: listing.name,
    city: listing.city,
    country: listing.country ?? listing.countryCode,
    bedrooms: listing.bedroomsNumber,
    bathrooms: listing.bathroomsNumber,
    max_guests: listing.personCapacity,
    price_per_night: listing.price,
    currency: listing.currencyCode,
    status: isArchived(listing) ? "archived" : "active",
  };
}
