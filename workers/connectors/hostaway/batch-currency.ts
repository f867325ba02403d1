import { AppError } from "#errors.ts";
import { isArchived, type Listing } from "./schemas/listing.ts";

/** 100 means nothing by itself: an amount for properties in several currencies has to say which. */
export function assertOneCurrency(
  ids: readonly number[],
  listings: ReadonlyMap<number, Listing>,
  wanted: string | undefined,
): void {
  if (wanted !== undefined) return;
  const found = ids.flatMap((id) => {
    const listing = listings.get(id);
    return listing === undefined || isArchived(listing) ? [] : (listing.currencyCode ?? []);
  });
  const currencies = [...new Set(found)].sort();
  if (currencies.length < 2) return;
  throw new AppError(
    "invalid_request",
    `These properties are priced in ${currencies.join(", ")}. Name one as \`currency\`, or use a percentage.`,
  );
}

export function assertCurrency({ currencyCode, id }: Listing, wanted: string | undefined): void {
  if (wanted === undefined || currencyCode === wanted) return;
  throw new AppError(
    "invalid_request",
    `Property ${id} is priced in ${currencyCode ?? "no known currency"}, not in ${wanted}.`,
  );
}
