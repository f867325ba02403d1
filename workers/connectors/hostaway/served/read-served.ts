import type { UpstreamFetch } from "#connectors/define-connector.ts";
import { LISTING_SECONDS } from "../client/reading.ts";
import { isArchived, parseListingPage } from "../schemas/listing.ts";
import { walkByOffset } from "../walk.ts";

const MAX_PAGES = 50;

/** The ids of the `most` oldest active listings; null where the account has nothing beside them. */
export async function readServed(fetch: UpstreamFetch, most: number): Promise<ReadonlySet<number> | null> {
  const { rows } = await walkByOffset(
    async (limit, offset) =>
      parseListingPage(await fetch("/listings", { query: { limit, offset }, cacheSeconds: LISTING_SECONDS })),
    { maxPages: MAX_PAGES },
  );
  // Hostaway's ids grow.
  const active = rows
    .filter((row) => !isArchived(row))
    .map(({ id }) => id)
    .sort((a, b) => a - b);
  const served = active.slice(0, most);
  return served.length === rows.length ? null : new Set(served);
}
