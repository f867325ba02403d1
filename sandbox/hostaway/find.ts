import type { HostawayContext } from "./context.ts";
import { HostawayFail, notFound } from "./envelope.ts";
import { isArchived, type Listing } from "./listings/listing.ts";
import { invalid } from "./query.ts";
import type { Reservation } from "./reservations/reservation.ts";

type Access = "read" | "write";

/** The listing, unless it does not exist or its lock refuses this access. */
export function getListing(c: HostawayContext, id: number, access: Access): Listing {
  const listing = c.var.account.listings.find(id);
  if (!listing) throw notFound();
  refuseLocked(c, access, c.var.settings.lockedListings.includes(id), `Listing ${id}`);
  return listing;
}

/** The listing that a body names. It must exist and take new things: an archived one does not. */
export function getOpenListing(c: HostawayContext, id: number): Listing {
  if (!c.var.account.listings.find(id)) throw invalid(c, `Listing ${id} does not exist`);
  return refuseArchived(c, getListing(c, id, "write"));
}

export function refuseArchived(c: HostawayContext, listing: Listing): Listing {
  if (isArchived(listing)) throw invalid(c, `Listing ${listing.id} is archived`);
  return listing;
}

export function getReservation(c: HostawayContext, id: number, access: Access): Reservation {
  const reservation = c.var.account.reservations.find(id);
  if (!reservation) throw notFound();
  refuseLocked(c, access, c.var.settings.lockedReservations.includes(id), `Reservation ${id}`);
  return reservation;
}

/** A reservation whose channel is locked takes notes and codes, but keeps its dates, its price and its life. */
export function refuseManaged(c: HostawayContext, { id, channelId }: Reservation): void {
  const isManaged = c.var.settings.lockedChannels.includes(channelId);
  refuseLocked(c, "write", isManaged, `Reservation ${id}`);
}

// The wording must not look like an authentication problem: clients tell the two kinds of 403 apart by it.
function refuseLocked(c: HostawayContext, access: Access, isLocked: boolean, what: string): void {
  if (isLocked && (access === "write" || c.var.settings.lockedReads)) {
    throw new HostawayFail(403, `${what} is locked because a channel manages it`);
  }
}
