import { AppError } from "#errors.ts";
import { noProperty } from "./client/reading.ts";
import type { HostawayClient } from "./client.ts";
import type { Listing } from "./schemas/listing.ts";
import { walkByOffset } from "./walk.ts";

const MAX_PAGES = 50;

interface Reading {
  client: HostawayClient;
  signal: AbortSignal;
  /** Also amenities and beds. */
  withLists?: boolean;
}

/** All properties as they are now. Refuses rather than to leave some out. */
export async function readListings({ client, signal, withLists }: Reading): Promise<Map<number, Listing>> {
  const includeResources = withLists ? 1 : 0;
  const walk = await walkByOffset(
    (limit, offset) => client.listings.getFresh({ limit, offset, includeResources }, signal),
    { maxPages: MAX_PAGES },
  );
  if (walk.next === undefined) return new Map(walk.rows.map((listing) => [listing.id, listing]));
  throw new AppError(
    "invalid_request",
    `The account has more than ${walk.rows.length} properties. Change them one by one.`,
  );
}

export function getFrom(listings: ReadonlyMap<number, Listing>, id: number): Listing {
  const listing = listings.get(id);
  if (listing === undefined) throw new AppError("not_found", noProperty(id));
  return listing;
}
