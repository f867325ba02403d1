import type { Account } from "#sandbox/hostaway/account.ts";
import { datesBefore, daysBetween } from "#sandbox/hostaway/dates.ts";
import type { Listing } from "#sandbox/hostaway/listings/listing.ts";
import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import { blocksCalendar } from "#sandbox/hostaway/reservations/statuses.ts";
import type { DayOverride } from "./overrides.ts";

interface Night {
  date: string;
  override: DayOverride;
  blocking: Reservation[];
  pending: Reservation[];
}

/** The days of a listing's calendar: its own values, then what was set by hand, then who sleeps there. `without` is left out. */
export function calendarDays(account: Account, listing: Listing, dates: string[], without?: Reservation) {
  const units = account.units.find(listing.id)?.units.length;
  const overrides = account.overrides.find(listing.id)?.days ?? {};
  const stays = account.reservations
    .all()
    .filter((stay) => stay.listingMapId === listing.id && stay.id !== without?.id);
  return dates.map((date) => {
    const tonight = stays.filter((stay) => stay.arrivalDate <= date && date < stay.departureDate);
    const night = {
      date,
      override: overrides[date] ?? {},
      blocking: tonight.filter((stay) => blocksCalendar(stay.status)),
      pending: tonight.filter((stay) => stay.status === "pending"),
    };
    const sale = units === undefined ? singleUnit(night) : multiUnit(night, units);
    return { ...dayOf(listing, night), ...sale, reservations: [...night.blocking, ...night.pending] };
  });
}

/** Whether a guest could sleep there every night from arrival to departure, if `without` went elsewhere. */
export function isFree(
  account: Account,
  listing: Listing,
  [arrival, departure]: readonly [string, string],
  without?: Reservation,
): boolean {
  const nights = calendarDays(account, listing, datesBefore(arrival, departure), without);
  return nights.every((night) => night.isAvailable === 1);
}

function dayOf(listing: Listing, { date, override }: Night) {
  return {
    id: listing.id * 100_000 + daysBetween("2000-01-01", date),
    date,
    isProcessed: override.isProcessed ?? 1,
    price: override.price ?? listing.price,
    minimumStay: override.minimumStay ?? listing.minNights,
    maximumStay: override.maximumStay ?? listing.maxNights,
    closedOnArrival: override.closedOnArrival ?? 0,
    closedOnDeparture: override.closedOnDeparture ?? 0,
    note: override.note ?? null,
  };
}

/** A request that nobody has accepted yet shows as pending and leaves the night for sale (assumed). */
function singleUnit({ override, blocking, pending }: Night) {
  if (blocking.length > 0) return { isAvailable: 0, status: "reserved" };
  if (override.isAvailable === 0) return { isAvailable: 0, status: "blocked" };
  return { isAvailable: 1, status: pending.length > 0 ? "pending" : "available" };
}

function multiUnit({ override, blocking, pending }: Night, units: number) {
  const unreserved = Math.max(0, units - blocking.length);
  const toSell = Math.min(unreserved, override.desiredUnitsToSell ?? units);
  const soldOut = blocking.length > 0 ? "reserved" : "blocked";
  return {
    isAvailable: toSell > 0 ? 1 : 0,
    status: toSell > 0 ? "available" : soldOut,
    countAvailableUnits: units,
    availableUnitsToSell: toSell,
    countPendingUnits: pending.length,
    countBlockingReservations: blocking.length,
    countBlockedUnits: unreserved - toSell,
    desiredUnitsToSell: override.desiredUnitsToSell ?? null,
  };
}
