import type { Account } from "#sandbox/hostaway/account.ts";
import { addDays, toDate } from "#sandbox/hostaway/dates.ts";
import { isArchived } from "#sandbox/hostaway/listings/listing.ts";
import { channelNames } from "#sandbox/hostaway/reservations/channels.ts";
import { reservationStatuses } from "#sandbox/hostaway/reservations/statuses.ts";
import { type Draft, inventReservation } from "./invent-reservation.ts";
import { at, type Random } from "./random.ts";

/** Behind the last ordinary stay, so that nothing overlaps. */
const beyond = 200;

/** Every status and every channel at least once, and the shapes that careless programs trip over. */
export function inventOddReservations(account: Account, random: Random, now: number): Draft[] {
  const listings = account.listings.all().filter((listing) => !isArchived(listing) && listing.price !== null);
  const draft = (index: number, odd: Partial<Parameters<typeof inventReservation>[0]> = {}) =>
    inventReservation({
      account,
      random,
      listing: at(listings, index),
      stay: { from: beyond, to: beyond + 3 },
      now,
      ...odd,
    });
  const yesterday = addDays(toDate(now), -1);
  const undated = draft(60, { status: "inquiry" });
  const penniless = draft(61, { status: "new" });
  return [
    ...reservationStatuses.map((status, index) => draft(index, { status })),
    ...Object.keys(channelNames).map((channelId, index) =>
      draft(30 + index, { status: "new", channelId: Number(channelId) }),
    ),
    draft(62, { status: "new", stay: { from: -12, to: -12 } }),
    withDetails(undated, { isDatesUnspecified: 1, arrivalDate: yesterday, departureDate: yesterday }),
    withDetails(penniless, {
      totalPrice: null,
      currency: null,
      cleaningFee: null,
      taxAmount: null,
      financeField: [],
    }),
  ];
}

const withDetails = (draft: Draft, details: Partial<Draft["details"]>): Draft => ({
  ...draft,
  details: { ...draft.details, ...details },
});
