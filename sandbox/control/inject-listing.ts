import { z } from "zod";
import type { Account } from "#sandbox/hostaway/account.ts";
import { toStamp } from "#sandbox/hostaway/dates.ts";
import { Listing } from "#sandbox/hostaway/listings/listing.ts";
import { badRequest } from "#sandbox/json-app.ts";
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
