import type { HostawayContext } from "./context.ts";
import { HostawayFail, notFound } from "./envelope.ts";
import type { Listing } from "./listings/listing.ts";
import type { Reservation } from "./reservations/reservation.ts";

type Access = "read" | "write";

/** The listing, unless it does not exist or its lock refuses this access. */
export function getListing(c: HostawayContext, id: number, access: Access): Listing {
  const listing = c.var.account.listings.find(id);
  if (!listing) throw notFound();
  refuseLocked(c, access, c.var.settings.lockedListings.includes(id), `Listing ${id}`);
  return listing;
}

export function getReservation(c: HostawayContext, id: number, access: Access): Reservation {
  const reservation = c.var.account.reservations.find(id);
  if (!reservation) throw notFound();
  refuseLocked(c, access, c.var.settings.lockedReservations.includes(id), `Reservation ${id}`);
  return reservation;
}

// The wording must not look like an authentication problem: clients tell the two kinds of 403 apart by it.
function refuseLocked(c: HostawayContext, access: Access, isLocked: boolean, what: string): void {
  if (isLocked && (access === "write" || c.var.settings.lockedReads)) {
    throw new HostawayFail(403, `${what} is locked because a channel manages it`);
  }
}
