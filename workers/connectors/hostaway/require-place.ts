import { AppError } from "#errors.ts";
import type { HostawayClient } from "./client.ts";
import { isArchived, type Listing } from "./schemas/listing.ts";
import type { Reservation } from "./schemas/reservation.ts";

interface Named {
  property_id?: number | undefined;
  booking_id?: number | undefined;
}

export interface Place {
  listing: Listing;
  booking?: Reservation;
}

/** The property that something is for, by itself or by its booking; null where neither is named. Refuses an archived one. */
export async function requirePlace(
  client: HostawayClient,
  { booking_id, property_id }: Named,
  signal: AbortSignal,
): Promise<Place | null> {
  const booking = booking_id === undefined ? undefined : await client.bookings.get(booking_id, signal);
  const id = property_id ?? booking?.listingMapId;
  if (booking && property_id !== undefined && booking.listingMapId !== property_id) {
    throw new AppError(
      "invalid_request",
      `Booking ${booking_id} is at property ${booking.listingMapId}, not at ${property_id}.`,
    );
  }
  if (id === undefined) return null;
  const listing = await client.getListing(id, signal, true);
  if (isArchived(listing)) {
    throw new AppError("invalid_request", `Property ${id} is archived: Hostaway takes nothing new for it.`);
  }
  return { listing, booking };
}
