import { z } from "zod";
import type { HostawayContext } from "#sandbox/hostaway/context.ts";
import { invalid, isWithin } from "#sandbox/hostaway/query.ts";
import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import { reservationStatuses } from "#sandbox/hostaway/reservations/statuses.ts";
import { parseOr } from "#sandbox/parse.ts";

const many = <Item extends z.ZodType>(item: Item) => z.array(item).default([]);

const ReportRequest = z
  .object({
    "listingMapIds[]": many(z.coerce.number().int()),
    "channelIds[]": many(z.coerce.number().int()),
    "statuses[]": many(z.enum(reservationStatuses)),
    fromDate: z.iso.date().optional(),
    toDate: z.iso.date().optional(),
    dateType: z.enum(["arrivalDate", "departureDate", "reservationDate"]).default("arrivalDate"),
    format: z.enum(["csv", "json"]).default("csv"),
    sortBy: z.string().optional(),
    sortOrder: z.enum(["asc", "desc"]).default("asc"),
    delimiter: z.enum(["comma", "tab"]).default("comma"),
  })
  .refine(
    ({ fromDate, toDate }) => !fromDate || !toDate || fromDate <= toDate,
    "toDate must not be before fromDate",
  );
export type ReportRequest = z.output<typeof ReportRequest>;

/** A report is asked for by a form. */
export async function readReportRequest(c: HostawayContext): Promise<ReportRequest> {
  const form = await c.req.parseBody();
  const given = Object.entries(form).filter(([, value]) => value !== "");
  return parseOr(ReportRequest, Object.fromEntries(given), (problem) => invalid(c, problem));
}

/** The reservations that a report covers: of every status and channel unless it names some (assumed). */
export function coveredBy(request: ReportRequest, reservations: Reservation[]): Reservation[] {
  const isWanted = <Item>(wanted: Item[], item: Item) => wanted.length === 0 || wanted.includes(item);
  const period = { start: request.fromDate, end: request.toDate, isInclusive: true };
  return reservations
    .filter((reservation) => isWithin(reservation[request.dateType], period))
    .filter(({ listingMapId }) => isWanted(request["listingMapIds[]"], listingMapId))
    .filter(({ channelId }) => isWanted(request["channelIds[]"], channelId))
    .filter(({ status }) => isWanted(request["statuses[]"], status))
    .sort((a, b) => a.arrivalDate.localeCompare(b.arrivalDate) || a.id - b.id);
}
