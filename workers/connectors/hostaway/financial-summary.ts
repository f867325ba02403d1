import { toStay } from "./bookings.ts";
import { addDays, daysBetween } from "./dates.ts";
import { roundMoney } from "./money.ts";
import { isArchived, type ListingRow } from "./schemas/listing.ts";
import type { ReservationRow } from "./schemas/reservation.ts";
import { isConfirmed } from "./statuses.ts";

export type Basis = "stay_night" | "arrival" | "booked";

/** Both days are nights of the period. */
export interface Period {
  start: string;
  end: string;
}

export const countNights = ({ start, end }: Period): number => daysBetween(start, end) + 1;

/** What of a booking falls into the period. */
export interface Share {
  nights: number;
  part: number;
}

interface Earned {
  revenue: number;
  bookings: number;
  nights: number;
}

interface Tally {
  bookings: number;
  nights: number;
  withoutPrice: number;
  byCurrency: Map<string, Earned>;
}

interface Summary {
  total: Tally;
  properties: { id?: number; name?: string; tally: Tally }[];
}

/** Only confirmed bookings count. Listings without any are kept unless archived. */
export function summarize(
  reservations: readonly ReservationRow[],
  listings: readonly ListingRow[],
  basis: Basis,
  period: Period,
): Summary {
  const total = newTally();
  const live = listings.filter((listing) => !isArchived(listing));
  const tallies = new Map<number | undefined, Tally>(live.map(({ id }) => [id, newTally()]));
  const names = new Map<number | undefined, string | undefined>();
  const currencies = new Map<number | undefined, string | undefined>();
  for (const reservation of reservations) names.set(reservation.listingMapId, reservation.listingName);
  for (const { id, name, currencyCode } of listings) {
    if (name !== undefined) names.set(id, name);
    currencies.set(id, currencyCode);
  }

  for (const reservation of reservations) {
    const share = isConfirmed(reservation) ? toShare(reservation, basis, period) : undefined;
    if (!share) continue;
    const id = reservation.listingMapId;
    const tally = tallies.get(id) ?? newTally();
    tallies.set(id, tally);
    const currency = reservation.currency ?? currencies.get(id);
    for (const each of [tally, total]) add(each, share, currency, reservation.totalPrice);
  }
  const properties = [...tallies].map(([id, tally]) => ({ id, name: names.get(id), tally }));
  return { total, properties: properties.toSorted((a, b) => toRank(b.tally) - toRank(a.tally)) };
}

/** Undefined when the booking has nothing to do with the period. */
export function toShare(
  reservation: ReservationRow,
  basis: Basis,
  { start, end }: Period,
): Share | undefined {
  const stay = toStay(reservation);
  if (!stay) return undefined;
  const isInPeriod = (date: string) => date >= start && date <= end;
  const whole = { nights: stay.nights, part: 1 };
  if (basis === "booked") {
    return isInPeriod(reservation.reservationDate?.slice(0, 10) ?? "") ? whole : undefined;
  }
  // A stay without nights has nothing to divide, so it belongs to its day of arrival.
  if (basis === "arrival" || stay.nights === 0) return isInPeriod(stay.arrival) ? whole : undefined;
  const from = stay.arrival > start ? stay.arrival : start;
  const nights = daysBetween(from, stay.departure <= end ? stay.departure : addDays(end, 1));
  return nights > 0 ? { nights, part: nights / stay.nights } : undefined;
}

const newTally = (): Tally => ({ bookings: 0, nights: 0, withoutPrice: 0, byCurrency: new Map() });

function add(tally: Tally, { nights, part }: Share, currency: string | undefined, price: number | undefined) {
  tally.bookings++;
  tally.nights += nights;
  if (price === undefined || currency === undefined) {
    tally.withoutPrice++;
    return;
  }
  const earned = tally.byCurrency.get(currency) ?? { revenue: 0, bookings: 0, nights: 0 };
  earned.revenue += price * part;
  earned.bookings++;
  earned.nights += nights;
  tally.byCurrency.set(currency, earned);
}

/** Currencies cannot be added, so a property ranks by what it earned in its best one. */
const toRank = ({ byCurrency }: Tally): number =>
  Math.max(-1, ...[...byCurrency.values()].map(({ revenue }) => revenue));

export const toEarnings = ({ byCurrency }: Tally) =>
  [...byCurrency].map(([currency, { revenue, bookings, nights }]) => ({
    currency,
    revenue: roundMoney(revenue),
    bookings,
    nights,
    average_nightly_rate: nights > 0 ? roundMoney(revenue / nights) : undefined,
  }));

/** In percent with one decimal. A listing of several units can exceed 100. */
export const toOccupancy = (tally: Tally, nightsEach: number | undefined, properties: number) =>
  nightsEach === undefined || properties === 0
    ? undefined
    : Math.round((tally.nights / (nightsEach * properties)) * 1_000) / 10;
