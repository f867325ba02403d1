import type { Account } from "#sandbox/hostaway/account.ts";
import { addBackOffice } from "./back-office.ts";
import { bookDrafts } from "./book-drafts.ts";
import { inventListing } from "./invent-listing.ts";
import { type Draft, inventReservation } from "./invent-reservation.ts";
import { places } from "./places.ts";
import { at, Random } from "./random.ts";

const listingCount = 3;
const staysPerListing = 4;

/** Three listings and twelve reservations, under ids that other accounts use as well. */
export function seedSmall(account: Account, now: number): void {
  const random = new Random(account.id);
  const offset = random.integer(0, 100);
  const drafts: Draft[] = [];
  for (let index = 0; index < listingCount; index++) {
    const place = at(places, offset + index);
    const id = account.listings.nextId();
    const listing = inventListing({ random, id, index: offset + index, place, now });
    account.listings.put(listing);
    for (let turn = 0; turn < staysPerListing; turn++) {
      const from = (turn - 1) * 14 - index;
      drafts.push(inventReservation({ account, random, listing, stay: { from, to: from + 3 }, now }));
    }
  }
  bookDrafts(account, random, drafts, now);
  addBackOffice(account, now);
}
