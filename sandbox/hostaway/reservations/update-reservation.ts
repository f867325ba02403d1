import { z } from "zod";
import type { Account } from "#sandbox/hostaway/account.ts";
import { readBody } from "#sandbox/hostaway/body.ts";
import type { HostawayContext } from "#sandbox/hostaway/context.ts";
import { daysBetween } from "#sandbox/hostaway/dates.ts";
import { HostawayFail } from "#sandbox/hostaway/envelope.ts";
import { refuseManaged } from "#sandbox/hostaway/find.ts";
import { isArchived } from "#sandbox/hostaway/listings/listing.ts";
import { invalid, QuerySwitch, readQuery } from "#sandbox/hostaway/query.ts";
import { nowStamp } from "#sandbox/hostaway/rows.ts";
import { announceReservation } from "#sandbox/hostaway/webhooks/announce.ts";
import { conflictOf } from "./book.ts";
import { channelNames } from "./channels.ts";
import { assertPlausible } from "./create-reservation.ts";
import { givenDetails } from "./given-details.ts";
import { Reservation } from "./reservation.ts";
import { blocksCalendar } from "./statuses.ts";

const UpdateQuery = z.object({ forceOverbooking: QuerySwitch });

export async function updateReservation(c: HostawayContext, before: Reservation): Promise<Reservation> {
  const { forceOverbooking } = readQuery(c, UpdateQuery);
  const body = await readBody(c, z.record(z.string(), z.unknown()));
  if (body.listingMapId !== undefined && body.listingMapId !== before.listingMapId) {
    throw invalid(c, "listingMapId cannot be changed");
  }
  refuseArchivedHome(c, before);
  const base = c.var.settings.partialReservations ? before : withoutDetails(before);
  const after = changedReservation(base, givenDetails(c, body, before.financeField), nowStamp(c));
  assertPlausible(c, after);
  if (isRebooked(before, after) || after.status !== before.status) refuseManaged(c, before);
  if (!forceOverbooking) refuseConflict(c, before, after);
  return putChanged(c, after);
}

/** Keeps the reservation and tells of it. */
export function putChanged(c: HostawayContext, after: Reservation): Reservation {
  c.var.account.reservations.put(after);
  announceReservation(c.env.world, c.var.account, "reservation.updated", after);
  return after;
}

/** What follows from a change: new dates or a new price make a `new` reservation `modified` (assumed). */
export function changedReservation(
  before: Reservation,
  change: Partial<Reservation>,
  stamp: string,
): Reservation {
  const after = { ...before, ...change };
  const isMoved = after.arrivalDate !== before.arrivalDate || after.departureDate !== before.departureDate;
  const isCancelled = after.status === "cancelled";
  const isModified = before.status === "new" && !change.status && isRebooked(before, after);
  return {
    ...after,
    channelName: channelNames[after.channelId] ?? after.channelName,
    nights: daysBetween(after.arrivalDate, after.departureDate),
    previousArrivalDate: isMoved ? before.arrivalDate : before.previousArrivalDate,
    previousDepartureDate: isMoved ? before.departureDate : before.previousDepartureDate,
    status: isModified ? "modified" : after.status,
    cancellationDate: isCancelled ? (before.cancellationDate ?? stamp) : null,
    cancelledBy: isCancelled ? (after.cancelledBy ?? "host") : null,
    latestActivityOn: stamp,
    updatedOn: stamp,
  };
}

/** Whether other nights are taken, fewer or more of them, or at another price. */
function isRebooked(before: Reservation, after: Reservation): boolean {
  return (["arrivalDate", "departureDate", "totalPrice"] as const).some(
    (name) => before[name] !== after[name],
  );
}

export function conflictOfChange(
  account: Account,
  before: Reservation,
  after: Reservation,
): string | undefined {
  const listing = account.listings.find(after.listingMapId);
  const takesMore =
    !blocksCalendar(before.status) ||
    after.arrivalDate < before.arrivalDate ||
    after.departureDate > before.departureDate;
  return listing && takesMore ? conflictOf(account, listing, after) : undefined;
}

function refuseConflict(c: HostawayContext, before: Reservation, after: Reservation): void {
  const conflict = conflictOfChange(c.var.account, before, after);
  if (conflict) throw new HostawayFail(c.var.settings.overbookingStatus, conflict);
}

function refuseArchivedHome(c: HostawayContext, { listingMapId }: Reservation): void {
  const listing = c.var.account.listings.find(listingMapId);
  if (listing && isArchived(listing)) throw invalid(c, `Listing ${listingMapId} is archived`);
}

/** Where a change must repeat everything, this is all that is left if it repeats nothing. */
function withoutDetails(before: Reservation): Reservation {
  const { id, hostawayReservationId, listingMapId, listingName, channelId, channelName } = before;
  const { reservationId, channelReservationId, arrivalDate, departureDate, nights, status } = before;
  const { reservationDate, latestActivityOn, insertedOn, updatedOn } = before;
  return Reservation.parse({
    id,
    hostawayReservationId,
    listingMapId,
    listingName,
    channelId,
    channelName,
    reservationId,
    channelReservationId,
    arrivalDate,
    departureDate,
    nights,
    status,
    reservationDate,
    latestActivityOn,
    insertedOn,
    updatedOn,
  });
}
