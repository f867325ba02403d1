import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { BookingSummary, toBookingSummary, toStay } from "../bookings.ts";
import { Channel, toChannel, toSingleChannelId } from "../channels.ts";
import { orNull } from "../client/reading.ts";
import type { HostawayClient, ReservationQuery } from "../client.ts";
import { assertOrdered, CalendarDate, earliest, latest } from "../dates.ts";
import { BookingId, Cursor, limitOf, MissingIds, NextCursor, Note, PropertyId, Total } from "../input.ts";
import { findMissing } from "../missing-ids.ts";
import { cutPage, readPosition } from "../page.ts";
import type { ReservationRow } from "../schemas/reservation.ts";
import { StatusFilter, toStatusTest } from "../statuses.ts";
import { walkAfterId } from "../walk.ts";

const MAX_PAGES = 10;

const GetBookingsInput = z.object({
  ids: z.array(BookingId).min(1).max(20).optional().describe("Exactly these; other filters do not apply"),
  property_id: PropertyId.optional(),
  status: z
    .array(StatusFilter)
    .min(1)
    .default(["confirmed", "pending", "ownerStay"])
    .describe("Groups confirmed, pending, cancelled, inquiry, all; or exact statuses"),
  guest_name: z.string().min(1).optional().describe("Part of the guest's name"),
  guest_email: z.string().min(1).optional().describe("Exact address"),
  channel: Channel.optional().describe("Where it was booked; direct includes the own website"),
  arrival_from: CalendarDate.optional(),
  arrival_to: CalendarDate.optional(),
  departure_from: CalendarDate.optional(),
  departure_to: CalendarDate.optional(),
  in_house_on: CalendarDate.optional().describe("Staying this night"),
  sort: z.enum(["arrival_asc", "arrival_desc"]).default("arrival_desc").describe("By arrival date"),
  limit: limitOf(20, 50),
  cursor: Cursor,
});
type GetBookingsInput = z.infer<typeof GetBookingsInput>;

const GetBookingsOutput = z.object({
  bookings: z.array(BookingSummary),
  missing_ids: MissingIds,
  total: Total,
  truncated: z.boolean().optional(),
  next_cursor: NextCursor,
  note: Note,
});

export const getBookings = defineTool<HostawayClient>()({
  name: "get_bookings",
  title: "Get bookings",
  access: "read",
  toolset: "core",
  description:
    "Lists bookings (Hostaway reservations) by arrival date, filtered by property, guest, channel, status and dates; all dates are inclusive. " +
    "Use it to find a guest's booking id, or, with ids, to read several at once. For who comes, goes or stays call get_arrivals_departures or get_in_house_guests. " +
    "By default it shows confirmed and pending bookings and owner stays, and leaves out cancelled ones and inquiries: set status to see those. " +
    "For upcoming arrivals set arrival_from to today and sort to arrival_asc. " +
    "At most 1,000 bookings are read per call, so give dates on a busy account. " +
    "For fees, policy and notes of one booking call get_booking_details; for revenue and occupancy call get_financial_summary rather than adding rows up.",
  input: GetBookingsInput,
  output: GetBookingsOutput,
  async run({ client, input, cursors, signal }) {
    assertOrdered(input, "arrival_from", "arrival_to");
    assertOrdered(input, "departure_from", "departure_to");
    const query = toQuery(input);
    const position = readPosition(cursors, input.cursor);
    const walk = input.ids
      ? { rows: await readEach(client, input.ids, signal) }
      : await walkAfterId((limit, afterId) => client.getReservations({ ...query, limit, afterId }, signal), {
          start: position.start,
          maxPages: MAX_PAGES,
        });
    const hasStatus = toStatusTest(input.status);
    const isWanted = (row: ReservationRow) => hasStatus(row) && matches(row, input, query);
    const matching = input.ids ? walk.rows : walk.rows.filter(isWanted);
    const page = cutPage(
      { rows: matching, next: walk.next },
      {
        cursors,
        position,
        limit: input.limit,
        order: input.sort === "arrival_asc" ? "ascending" : "descending",
        toKey: (row) => toStay(row)?.arrival ?? "",
      },
    );
    const isTruncated = walk.next !== undefined;
    return {
      bookings: page.rows.map(toBookingSummary),
      missing_ids: findMissing(input.ids, matching),
      total: page.total,
      truncated: isTruncated || undefined,
      next_cursor: page.nextCursor,
      note: isTruncated
        ? `${walk.rows.length} bookings were read and sorted; there are more. Narrow the dates, or go on with next_cursor.`
        : undefined,
    };
  },
});

/** One request each; an id that is not there is left out. */
async function readEach(
  client: HostawayClient,
  ids: readonly number[],
  signal: AbortSignal,
): Promise<ReservationRow[]> {
  const rows = await Promise.all([...new Set(ids)].map((id) => orNull(client.getReservation(id, signal))));
  return rows.filter((row) => row !== null);
}

/** What upstream can filter. Someone in house has arrived by that day and departs after it. */
function toQuery(input: GetBookingsInput): Omit<ReservationQuery, "limit"> {
  return {
    listingId: input.property_id,
    channelId: toSingleChannelId(input.channel),
    match: input.guest_name,
    guestEmail: input.guest_email,
    arrivalStartDate: input.arrival_from,
    arrivalEndDate: earliest(input.arrival_to, input.in_house_on),
    departureStartDate: latest(input.departure_from, input.in_house_on),
    departureEndDate: input.departure_to,
  };
}

type DateBounds = Pick<
  ReservationQuery,
  "arrivalStartDate" | "arrivalEndDate" | "departureStartDate" | "departureEndDate"
>;

/** Upstream ignores what it does not know, so what it was asked for is checked again. */
function matches(row: ReservationRow, input: GetBookingsInput, bounds: DateBounds): boolean {
  return (
    (input.property_id === undefined || row.listingMapId === input.property_id) &&
    (input.channel === undefined || toChannel(row) === input.channel) &&
    isWithin(row, bounds, input.in_house_on)
  );
}

function isWithin(row: ReservationRow, bounds: DateBounds, inHouseOn: string | undefined): boolean {
  const { arrivalStartDate, arrivalEndDate, departureStartDate, departureEndDate } = bounds;
  const isBounded = arrivalStartDate ?? arrivalEndDate ?? departureStartDate ?? departureEndDate;
  if (isBounded === undefined) return true;
  const stay = toStay(row);
  if (!stay) return false;
  return (
    stay.arrival >= (arrivalStartDate ?? "") &&
    stay.arrival <= (arrivalEndDate ?? stay.arrival) &&
    stay.departure >= (departureStartDate ?? "") &&
    stay.departure <= (departureEndDate ?? stay.departure) &&
    stay.departure > (inHouseOn ?? "")
  );
}
