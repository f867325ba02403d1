import type { Account } from "#sandbox/hostaway/account.ts";
import { isFree } from "#sandbox/hostaway/calendar/calendar.ts";
import { daysBetween, toStamp } from "#sandbox/hostaway/dates.ts";
import { isArchived, type Listing } from "#sandbox/hostaway/listings/listing.ts";
import { channelNames } from "./channels.ts";
import type { Reservation } from "./reservation.ts";
import { blocksCalendar } from "./statuses.ts";

const direct = 2000;

interface Booking {
  account: Account;
  id: number;
  listing: Listing;
  details: BookingDetails;
  /** When it was made; every stamp that `details` does not give follows from it. */
  bookedAt: number;
}

export type BookingDetails = Partial<Reservation> & Pick<Reservation, "arrivalDate" | "departureDate">;

/** What must still be parsed into a reservation: the few given facts over all that follows from them. */
export function toBooking({ account, id, listing, details, bookedAt }: Booking) {
  const { channelId = direct, guestName } = details;
  const stamp = toStamp(bookedAt);
  const reservationId = `${account.id}-${listing.id}-${channelId}-${(id * 7919 + bookedAt).toString(36)}`;
  const [guestFirstName = null, ...lastNames] = guestName?.split(" ") ?? [];
  return {
    listingName: listing.name,
    channelId,
    channelName: channelNames[channelId],
    reservationId,
    channelReservationId: reservationId,
    guestFirstName,
    guestLastName: lastNames.join(" ") || null,
    numberOfGuests: listing.guestsIncluded,
    nights: daysBetween(details.arrivalDate, details.departureDate),
    checkInTime: listing.checkInTimeStart,
    checkOutTime: listing.checkOutTime,
    reservationDate: stamp,
    status: "new",
    currency: listing.currencyCode,
    latestActivityOn: stamp,
    insertedOn: stamp,
    updatedOn: stamp,
    ...details,
    id,
    hostawayReservationId: id,
    listingMapId: listing.id,
  };
}

/** Why the calendar cannot take this reservation, or undefined if it can. */
export function conflictOf(account: Account, listing: Listing, reservation: Reservation): string | undefined {
  const { arrivalDate, departureDate } = reservation;
  if (isArchived(listing)) return `Listing ${listing.id} is archived`;
  if (!blocksCalendar(reservation.status)) return undefined;
  if (isFree(account, listing, [arrivalDate, departureDate], reservation)) return undefined;
  return `Listing ${listing.id} is not free from ${arrivalDate} to ${departureDate}`;
}
