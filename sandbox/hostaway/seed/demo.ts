import type { Account } from "#sandbox/hostaway/account.ts";
import { addDays, toDate } from "#sandbox/hostaway/dates.ts";
import { isArchived, type Listing } from "#sandbox/hostaway/listings/listing.ts";
import { addBackOffice } from "./back-office.ts";
import { bookDrafts } from "./book-drafts.ts";
import { inventListing } from "./invent-listing.ts";
import { type Draft, inventReservation } from "./invent-reservation.ts";
import { makeSomeOdd } from "./odd-listings.ts";
import { addOddMessages } from "./odd-messages.ts";
import { inventOddReservations } from "./odd-reservations.ts";
import { places } from "./places.ts";
import { planStays } from "./plan-stays.ts";
import { at, Random } from "./random.ts";

const listingCount = 124;
/** The first listings are busy ones, in Miami and Austin by turns. */
const busyCount = 16;

/** A property manager with homes in many cities, half a year behind them and half a year ahead. */
export function seedDemo(account: Account, now: number): void {
  const random = new Random(account.id);
  for (let index = 0; index < listingCount; index++) {
    const place = index < busyCount ? at(places, index % 2) : at(places, index);
    account.listings.put(inventListing({ random, id: account.listings.nextId(), index, place, now }));
  }
  makeSomeOdd(account);
  for (const listing of account.listings.all().slice(0, busyCount)) setPrices(account, random, listing, now);
  const drafts = [...ordinaryStays(account, random, now), ...inventOddReservations(account, random, now)];
  bookDrafts(account, random, drafts, now);
  addOddMessages(account, now);
  addBackOffice(account, now);
}

function ordinaryStays(account: Account, random: Random, now: number): Draft[] {
  return account.listings.all().flatMap((listing, index) => {
    const isBusy = index < busyCount;
    const stays = planStays({
      random,
      anchor: isBusy ? (index % 3) - 1 : random.integer(-60, 60),
      first: -180,
      last: isArchived(listing) ? -30 : 180,
      gap: isBusy ? [0, 25] : [100, 220],
    });
    return stays.map((stay) => inventReservation({ account, random, listing, stay, now }));
  });
}

/** Dearer weekends, and a few nights taken off the market, over the coming half year. */
function setPrices(account: Account, random: Random, listing: Listing, now: number): void {
  const today = toDate(now);
  const dates = Array.from({ length: 180 }, (_, day) => addDays(today, day));
  const weekends = dates.filter((date) => [5, 6].includes(new Date(date).getUTCDay()));
  const dearer = { price: Math.round((listing.price ?? 0) * 1.25), minimumStay: 2 };
  const repairs = addDays(today, random.integer(20, 60));
  account.overrides.put({
    id: listing.id,
    days: {
      ...Object.fromEntries(weekends.map((date) => [date, dearer])),
      [repairs]: { isAvailable: 0, note: "Repainting the hall" },
      [addDays(repairs, 3)]: { closedOnArrival: 1 },
    },
  });
}
