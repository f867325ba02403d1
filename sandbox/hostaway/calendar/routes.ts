import { Hono } from "hono";
import { z } from "zod";
import { readBody } from "#sandbox/hostaway/body.ts";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { addDays, datesBefore, toDate } from "#sandbox/hostaway/dates.ts";
import { success } from "#sandbox/hostaway/envelope.ts";
import { getListing, refuseArchived } from "#sandbox/hostaway/find.ts";
import type { Listing } from "#sandbox/hostaway/listings/listing.ts";
import { invalid, NoQuery, QueryDate, QuerySwitch, readQuery } from "#sandbox/hostaway/query.ts";
import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import { calendarDays } from "./calendar.ts";
import { DayOverride } from "./overrides.ts";

const CalendarQuery = z.object({ startDate: QueryDate, endDate: QueryDate, includeResources: QuerySwitch });
const CalendarChange = DayOverride.extend({ startDate: z.iso.date(), endDate: z.iso.date() });
type CalendarChange = z.infer<typeof CalendarChange>;
const mostIntervals = 200;

export const calendar = new Hono<HostawayEnv>();

calendar.get("/listings/:id{[0-9]+}/calendar", (c) => {
  const listing = getListing(c, Number(c.req.param("id")), "read");
  const { startDate, endDate, includeResources } = readQuery(c, CalendarQuery);
  const start = startDate ?? toDate(c.env.world.clock.now());
  const end = endDate ?? addDays(start, c.var.settings.calendarDefaultDays);
  return success(daysOf(c, listing, datesIn(c, start, end), includeResources));
});

calendar.put("/listings/:id{[0-9]+}/calendar", async (c) => {
  readQuery(c, NoQuery);
  const listing = refuseArchived(c, getListing(c, Number(c.req.param("id")), "write"));
  const change = withDates(c, await readBody(c, CalendarChange));
  setDays(c, listing, [change]);
  return success(daysOf(c, listing, change.dates, false));
});

/** All intervals or none: one that is wrong refuses the whole (assumed). */
calendar.put("/listings/:id{[0-9]+}/calendarIntervals", async (c) => {
  readQuery(c, NoQuery);
  const listing = refuseArchived(c, getListing(c, Number(c.req.param("id")), "write"));
  const intervals = await readBody(c, z.array(CalendarChange).min(1).max(mostIntervals));
  setDays(
    c,
    listing,
    intervals.map((interval) => withDates(c, interval)),
  );
  return success([]);
});

function withDates(c: HostawayContext, { startDate, endDate, ...override }: CalendarChange) {
  return { dates: datesIn(c, startDate, endDate), override };
}

function setDays(c: HostawayContext, { id }: Listing, changes: ReturnType<typeof withDates>[]): void {
  const { overrides } = c.var.account;
  const days = { ...overrides.find(id)?.days };
  for (const { dates, override } of changes) {
    for (const date of dates) days[date] = { ...days[date], ...override };
  }
  overrides.put({ id, days });
}

function datesIn(c: HostawayContext, start: string, end: string): string[] {
  if (end < start) throw invalid(c, "endDate must not be before startDate");
  return datesBefore(start, c.var.settings.inclusiveCalendarEnd ? addDays(end, 1) : end);
}

function daysOf(c: HostawayContext, listing: Listing, dates: string[], includeReservations: boolean) {
  return calendarDays(c.var.account, listing, dates).map(({ reservations, ...day }) => ({
    ...day,
    reservations: includeReservations ? reservations.map(toReduced) : [],
  }));
}

const toReduced = (stay: Reservation) => ({
  id: stay.id,
  listingMapId: stay.listingMapId,
  channelId: stay.channelId,
  channelName: stay.channelName,
  guestName: stay.guestName,
  numberOfGuests: stay.numberOfGuests,
  arrivalDate: stay.arrivalDate,
  departureDate: stay.departureDate,
  nights: stay.nights,
  status: stay.status,
  totalPrice: stay.totalPrice,
  currency: stay.currency,
});
