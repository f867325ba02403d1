import { z } from "zod";
import { AppError } from "#errors.ts";
import { isArchived, type Listing } from "./schemas/listing.ts";
import { equals } from "./text.ts";
import { propertyIds } from "./write-input.ts";

export const MAX_LISTINGS = 500;

/** Which properties a batch is about. Hostaway's API tells of no tags or groups. */
export const selectionFields = {
  property_ids: propertyIds(MAX_LISTINGS).optional(),
  all: z.literal(true).optional().describe("All properties that are not archived"),
  city: z.string().min(1).max(200).optional().describe("All properties in that city that are not archived"),
};

interface Selection {
  property_ids?: number[];
  all?: true;
  city?: string;
  updates?: readonly { property_id: number }[];
}

export function assertOneSelection({ property_ids, all, city, updates }: Selection): void {
  if ([property_ids, all, city, updates].filter((choice) => choice !== undefined).length === 1) return;
  throw new AppError(
    "invalid_request",
    "Say which properties by one of `property_ids`, `all`, `city` and `updates`.",
  );
}

/** The ids meant, those of archived properties only if they are named. */
export function selectIds(
  listings: ReadonlyMap<number, Listing>,
  { property_ids, city, updates }: Selection,
): number[] {
  const named = property_ids ?? updates?.map(({ property_id }) => property_id);
  if (named !== undefined) return named;
  const ids = [...listings.values()]
    .filter((listing) => !isArchived(listing) && (city === undefined || equals(listing.city, city)))
    .map(({ id }) => id);
  if (ids.length === 0)
    throw new AppError("not_found", "No property is meant. Call get_properties to list them.");
  if (ids.length <= MAX_LISTINGS) return ids;
  throw new AppError(
    "invalid_request",
    `${ids.length} properties; at most ${MAX_LISTINGS} at once. Name some.`,
  );
}
