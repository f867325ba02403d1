import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { AppError } from "#errors.ts";
import type { HostawayClient } from "../client.ts";
import { assertAtMostDays, assertOrdered, CalendarDate } from "../dates.ts";
import { Cursor, limitOf, NextCursor, Note, PropertyId } from "../input.ts";
import { Movement, toMovements } from "../movements.ts";
import { cutPage, readPosition } from "../page.ts";
import { readStays, readToday } from "../read-stays.ts";

const MAX_DAYS = 31;

const GetArrivalsDeparturesInput = z.object({
  from_date: CalendarDate.optional().describe("Today when left out, as the date is at each property"),
  to_date: CalendarDate.optional().describe("Last day, included; from_date when left out"),
  property_id: PropertyId.optional(),
  limit: limitOf(50, 100),
  cursor: Cursor,
});

export const getArrivalsDepartures = defineTool<HostawayClient>()({
  name: "get_arrivals_departures",
  title: "Get arrivals and departures",
  access: "read",
  toolset: "core",
  description:
    "Lists who checks in and who checks out, today or on up to 31 days, and marks same-day turnovers: a departure and an arrival in one property on one day. " +
    "Owner stays and bookings awaiting payment are included, with their status; cancelled ones, requests and inquiries are not. " +
    "Use it to plan check-ins and cleaning. For who is staying call get_in_house_guests; for other filters call get_bookings.",
  input: GetArrivalsDeparturesInput,
  output: z.object({
    movements: z.array(Movement).describe("By date, departures first"),
    arrivals: z.number(),
    departures: z.number(),
    turnovers: z.number().describe("Properties and days with both"),
    truncated: z.boolean().optional(),
    next_cursor: NextCursor,
    note: Note,
  }),
  async run({ client, input, cursors, now, signal }) {
    const { from_date, property_id: listingId, limit } = input;
    const to_date = input.to_date ?? from_date;
    assertRange({ from_date, to_date });
    const today = from_date === undefined ? await readToday(client, now, signal) : undefined;
    const first = from_date ?? today?.earliest;
    const last = to_date ?? today?.latest;
    const [arriving, departing] = await Promise.all([
      readStays(client, { listingId, arrivalStartDate: first, arrivalEndDate: last }, signal),
      readStays(client, { listingId, departureStartDate: first, departureEndDate: last }, signal),
    ]);
    const isWanted = (date: string, propertyId: number | undefined) =>
      today ? date === today.of(propertyId) : date >= (first ?? "") && date <= (last ?? "");
    const movements = toMovements([...arriving.rows, ...departing.rows], isWanted);
    const page = cutPage(
      { rows: movements },
      {
        cursors,
        position: readPosition(cursors, input.cursor),
        limit,
        toKey: ({ date, kind, property_name = "" }) =>
          `${date} ${kind === "departure" ? 0 : 1} ${property_name}`,
      },
    );
    const arrivals = movements.filter(({ kind }) => kind === "arrival");
    const turnovers = arrivals.filter(({ same_day_turnover }) => same_day_turnover);
    const isTruncated = arriving.next !== undefined || departing.next !== undefined;
    return {
      movements: page.rows,
      arrivals: arrivals.length,
      departures: movements.length - arrivals.length,
      turnovers: new Set(turnovers.map(({ property_id, date }) => `${property_id} ${date}`)).size,
      truncated: isTruncated || undefined,
      next_cursor: page.nextCursor,
      note: isTruncated ? "There are more bookings than were read. Ask for fewer days." : undefined,
    };
  },
});

function assertRange(range: { from_date?: string; to_date?: string }): void {
  const { from_date, to_date } = range;
  if (to_date === undefined) return;
  if (from_date === undefined) throw new AppError("invalid_request", "`to_date` needs `from_date`.");
  assertOrdered(range, "from_date", "to_date");
  assertAtMostDays(range, "from_date", "to_date", MAX_DAYS);
}
