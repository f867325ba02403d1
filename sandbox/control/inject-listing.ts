import { z } from "zod";
import type { Account } from "#sandbox/hostaway/account.ts";
import { toStamp } from "#sandbox/hostaway/dates.ts";
import { Listing } from "#sandbox/hostaway/listings/listing.ts";
import { BadRequest, badRequest } from "#sandbox/json-app.ts";
import { parseOr } from "#sandbox/parse.ts";

export const NewListing = z.looseObject({ name: z.string() });

/** A new listing with the given fields; whatever is not given is null. */
export function injectListing(account: Account, given: z.output<typeof NewListing>, now: number): Listing {
  const whole = {
    ...given,
    externalListingName: given.name,
    id: account.listings.nextId(),
    latestActivityOn: toStamp(now),
  };
  return account.listings.put(parseOr(Listing.strict(), whole, badRequest));
}

export const ListingChange = z.looseObject({});

/** Somebody changes a listing in Hostaway itself: archives it, say. */
export function changeListing(account: Account, id: number, change: z.output<typeof ListingChange>): Listing {
  const listing = account.listings.find(id);
  if (!listing) throw new BadRequest(`There is no listing ${id}`);
  return account.listings.put(parseOr(Listing.strict(), { ...listing, ...change, id }, badRequest));
}
