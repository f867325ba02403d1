import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { addDays, assertAtMostDays, assertOrdered, CalendarDate, latest, toDate } from "../dates.ts";
import { findGappedProperties, findGaps, suggest, toAveragePrice } from "../gap-nights.ts";
import { Cursor, limitOf, NextCursor, Note, PropertyId } from "../input.ts";
import { toLocalToday } from "../local-today.ts";
import { cutPage, readPosition } from "../page.ts";
import { readStays } from "../read-stays.ts";
import { isArchived } from "../schemas/listing.ts";
import { NightRange } from "../write-input.ts";

/** A quarter of a year, and the day that it may still be somewhere. */
const MAX_DAYS = 93;
const DEFAULT_DAYS = 60;

const GetGapNightsInput = z.object({
  property_id: PropertyId.optional(),
  start_date: CalendarDate.optional().describe("Today at the property when left out, and never before it"),
  end_date: CalendarDate.optional().describe(
    `Gaps that begin by then; ${DEFAULT_DAYS} days on when left out`,
  ),
  max_nights: z.int().min(1).max(7).default(3).describe("How long a gap may be"),
  limit: limitOf(5, 10).describe("Properties per page: each takes a request"),
  cursor: Cursor,
});

const Gap = z.object({
  property_id: z.number(),
  property_name: z.string().optional(),
  from: z.string(),
  to: z.string().describe("Day of departure"),
  nights: z.number(),
  price_per_night: z.number().optional().describe("Average now"),
  currency: z.string().optional(),
  min_stay: z.number().optional().describe("On the first night, now"),
  suggestion: NightRange.pick({
    start_date: true,
    end_date: true,
    price: true,
    min_stay: true,
    closed_on_arrival: true,
  })
    .optional()
    .describe("A range as update_calendar takes it; none where nothing needs to change"),
  why: z.string(),
});

export const getGapNights = defineTool<HostawayClient>()({
  name: "get_gap_nights",
  title: "Get gap nights",
  access: "read",
  toolset: "pricing",
  description:
    "Finds holes of one to three nights (or max_nights) between taken nights, with what to change so that they sell: a shorter minimum stay, a lower price, and why. " +
    "The price is a rule of thumb: 20% less within 7 days, 10% less within 30. For one property a gap may also lie beside a block; over all properties only those with a gap between two bookings are looked at. " +
    "To apply a suggestion call update_calendar. For the whole calendar of one property call get_calendar.",
  input: GetGapNightsInput,
  output: z.object({
    gaps: z.array(Gap),
    properties: z.number().describe("With gaps, on all pages"),
    next_cursor: NextCursor,
    note: Note,
  }),
  async run({ client, input, cursors, now, signal }) {
    const utcToday = toDate(now);
    const earliestToday = addDays(utcToday, -1);
    const start = latest(input.start_date, earliestToday) ?? earliestToday;
    const end = input.end_date ?? addDays(latest(start, utcToday) ?? utcToday, DEFAULT_DAYS);
    const range = { start_date: start, end_date: end };
    assertOrdered(range, "start_date", "end_date");
    assertAtMostDays(range, "start_date", "end_date", MAX_DAYS);
    const window = { start, end, maxNights: input.max_nights };
    const { rows, isTruncated } = await findProperties(client, input.property_id, window, signal);
    const page = cutPage(
      { rows },
      {
        cursors,
        position: readPosition(cursors, input.cursor),
        limit: input.limit,
        toKey: ({ first }) => first,
      },
    );
    const gaps = await Promise.all(
      page.rows.map(async ({ id }) => {
        const until = addDays(end, input.max_nights);
        const [listing, days] = await Promise.all([
          client.getListing(id, signal),
          client.getCalendar(id, addDays(start, -1), until, signal),
        ]);
        const today = toLocalToday(listing.timeZoneName, now);
        const ahead = { ...window, start: latest(start, today) ?? today };
        const own = isArchived(listing) ? [] : findGaps(days, ahead);
        return own.map((gap) => ({
          property_id: id,
          property_name: listing.name,
          from: gap.from,
          to: gap.to,
          nights: gap.days.length,
          price_per_night: toAveragePrice(gap.days, listing.currencyCode),
          currency: listing.currencyCode,
          min_stay: gap.days[0]?.minimumStay,
          ...suggest(gap, today, listing.currencyCode),
        }));
      }),
    );
    return {
      gaps: gaps.flat().toSorted((a, b) => (a.from < b.from ? -1 : 1)),
      properties: rows.length,
      next_cursor: page.nextCursor,
      note: isTruncated ? "There are more bookings than were read. Shorten the dates." : undefined,
    };
  },
});

async function findProperties(
  client: HostawayClient,
  property: number | undefined,
  window: { start: string; end: string; maxNights: number },
  signal: AbortSignal,
): Promise<{ rows: { id: number; first: string }[]; isTruncated: boolean }> {
  if (property !== undefined) return { rows: [{ id: property, first: window.start }], isTruncated: false };
  const arrivalEndDate = addDays(window.end, window.maxNights);
  const stays = await readStays(client, { arrivalEndDate, departureStartDate: window.start }, signal);
  return { rows: findGappedProperties(stays.rows, window), isTruncated: stays.next !== undefined };
}
