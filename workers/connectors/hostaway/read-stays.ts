import type { HostawayClient, ReservationQuery } from "./client.ts";
import { addDays, toDate } from "./dates.ts";
import { toLocalToday } from "./local-today.ts";
import type { ReservationRow } from "./schemas/reservation.ts";
import { isOccupying } from "./statuses.ts";
import { type Walk, walkAfterId, walkByOffset } from "./walk.ts";

const MAX_PAGES = 10;

/** Bookings that are or may become stays, of one property or all. Upstream may give more than it was asked for. */
export async function readStays(
  client: HostawayClient,
  query: Omit<ReservationQuery, "limit">,
  signal: AbortSignal,
): Promise<Walk<ReservationRow>> {
  const walk = await walkAfterId(
    (limit, afterId) => client.getReservations({ ...query, limit, afterId }, signal),
    { maxPages: MAX_PAGES },
  );
  const isWanted = (row: ReservationRow) =>
    isOccupying(row) && (query.listingId === undefined || row.listingMapId === query.listingId);
  return { ...walk, rows: walk.rows.filter(isWanted) };
}

/** Tells for each property which day it is there; `earliest` and `latest` are the days it can be anywhere. */
export interface Today {
  of(propertyId: number | undefined): string;
  earliest: string;
  latest: string;
}

/** Today is a different date from one property to another. */
export async function readToday(client: HostawayClient, now: number, signal: AbortSignal): Promise<Today> {
  const { rows } = await walkByOffset((limit, offset) => client.getListings({ limit, offset }, signal), {
    maxPages: MAX_PAGES,
  });
  const zones = new Map(rows.map(({ id, timeZoneName }) => [id, timeZoneName]));
  const utc = toDate(now);
  return {
    of: (propertyId) => toLocalToday(zones.get(propertyId ?? 0), now),
    earliest: addDays(utc, -1),
    latest: addDays(utc, 1),
  };
}
