import { AppError } from "#errors.ts";
import type { HostawayClient } from "./client.ts";
import { isArchived } from "./schemas/listing.ts";
import { walkByOffset } from "./walk.ts";

/** No account is that large: whoever answers with more pages goes round in circles. */
const MAX_PAGES = 1_000;

/** Hostaway counts archived ones in and has no filter for them. Units of a property have rows of their own, and count. */
export async function countActiveListings(client: HostawayClient): Promise<number> {
  const walk = await walkByOffset((limit, offset) => client.getListings({ limit, offset }), {
    maxPages: MAX_PAGES,
  });
  if (walk.next !== undefined) {
    throw new AppError("upstream_unavailable", "Hostaway's list of properties has no end.");
  }
  return walk.rows.filter((listing) => !isArchived(listing)).length;
}
