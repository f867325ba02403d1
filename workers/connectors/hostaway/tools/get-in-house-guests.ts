import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { BookingSummary, toBookingSummary, toStay } from "../bookings.ts";
import type { HostawayClient } from "../client.ts";
import { CalendarDate, daysBetween } from "../dates.ts";
import { Cursor, limitOf, NextCursor, Note, PropertyId, Total } from "../input.ts";
import { cutPage, readPosition } from "../page.ts";
import { readStays, readToday } from "../read-stays.ts";

export const getInHouseGuests = defineTool<HostawayClient>()({
  name: "get_in_house_guests",
  title: "Get in-house guests",
  access: "read",
  toolset: "core",
  description:
    "Lists who sleeps in the properties tonight, or on the night of a date, with the nights they have left. " +
    "Guests who leave that day are not in house; who arrives that day is. Owner stays are included, with their status; stays without nights are not. " +
    "For who comes and goes call get_arrivals_departures; to reach a guest call get_guest_info.",
  input: z.object({
    date: CalendarDate.optional().describe("Today when left out, as the date is at each property"),
    property_id: PropertyId.optional(),
    limit: limitOf(50, 100),
    cursor: Cursor,
  }),
  output: z.object({
    guests: z.array(
      BookingSummary.omit({ total_price: true, currency: true }).extend({
        nights_left: z.number().describe("This night included"),
      }),
    ),
    total: Total,
    people: z.number().describe("Guests of all these bookings, as far as their number is known"),
    truncated: z.boolean().optional(),
    next_cursor: NextCursor,
    note: Note,
  }),
  async run({ client, input, cursors, now, signal }) {
    const today = input.date === undefined ? await readToday(client, now, signal) : undefined;
    const { rows, next } = await readStays(
      client,
      {
        listingId: input.property_id,
        arrivalEndDate: input.date ?? today?.latest,
        departureStartDate: input.date ?? today?.earliest,
      },
      signal,
    );
    const inHouse = rows.flatMap((row) => {
      const stay = toStay(row);
      const night = input.date ?? today?.of(row.listingMapId) ?? "";
      if (!stay || stay.arrival > night || stay.departure <= night) return [];
      return [{ id: row.id, row, nights_left: daysBetween(night, stay.departure) }];
    });
    const page = cutPage(
      { rows: inHouse },
      {
        cursors,
        position: readPosition(cursors, input.cursor),
        limit: input.limit,
        toKey: ({ row }) => row.listingName ?? "",
      },
    );
    const isTruncated = next !== undefined;
    return {
      guests: page.rows.map(({ row, nights_left }) => ({ ...toBookingSummary(row), nights_left })),
      total: isTruncated ? undefined : page.total,
      people: inHouse.reduce((sum, { row }) => sum + (row.numberOfGuests ?? 0), 0),
      truncated: isTruncated || undefined,
      next_cursor: page.nextCursor,
      note: isTruncated ? "There are more bookings than were read. Name a property." : undefined,
    };
  },
});
