import type { Account } from "#sandbox/hostaway/account.ts";
import { inventListing } from "./invent-listing.ts";
import { places } from "./places.ts";
import { at, Random } from "./random.ts";

const listingCount = 500;

/** As many listings as one batch takes, in many currencies, and nothing else. */
export function seedLarge(account: Account, now: number): void {
  const random = new Random(account.id);
  for (let index = 0; index < listingCount; index++) {
    const id = account.listings.nextId();
    account.listings.put(inventListing({ random, id, index, place: at(places, index), now }));
  }
}
