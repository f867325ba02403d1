import { z } from "zod";
import { readBody } from "#sandbox/hostaway/body.ts";
import type { HostawayContext } from "#sandbox/hostaway/context.ts";
import { amenities, bedTypes, type NamedId } from "#sandbox/hostaway/dictionaries/named-ids.ts";
import { invalid } from "#sandbox/hostaway/query.ts";
import { nowStamp } from "#sandbox/hostaway/rows.ts";
import { parseOr } from "#sandbox/parse.ts";
import { Listing } from "./listing.ts";

const named = (entries: NamedId[]) =>
  z.int().refine((id) => entries.some((entry) => entry.id === id), "is not in the dictionary");

const NewImage = z.looseObject({ url: z.url() });

const Arrays = z.object({
  listingAmenities: z.array(z.object({ amenityId: named(amenities) })).optional(),
  listingBedTypes: z.array(z.object({ bedTypeId: named(bedTypes), quantity: z.int().min(1) })).optional(),
  listingImages: z.array(NewImage).optional(),
});

/** The body over the listing as it was: only given fields change, and arrays are replaced as a whole. */
export async function readListing(c: HostawayContext, before: { id: number } | Listing): Promise<Listing> {
  const change = await readBody(c, z.record(z.string(), z.unknown()));
  const refuse = (problem: string) => invalid(c, problem);
  const arrays = numbered(before.id, parseOr(Arrays, change, refuse));
  // One and the same name under two names.
  const name = change.name ?? change.externalListingName ?? ("name" in before ? before.name : undefined);
  const merged = { ...before, ...change, ...arrays, id: before.id, name, externalListingName: name };
  return parseOr(Listing, { ...merged, latestActivityOn: nowStamp(c) }, refuse);
}

/** What is sent without ids gets them by its position. */
function numbered(listingId: number, { listingAmenities, listingBedTypes, listingImages }: Arrays) {
  const idAt = (index: number) => listingId * 100 + index;
  return {
    ...(listingAmenities && {
      listingAmenities: listingAmenities.map(({ amenityId }, index) => {
        const amenityName = amenities.find(({ id }) => id === amenityId)?.name;
        return { id: idAt(index), amenityId, amenityName };
      }),
    }),
    ...(listingBedTypes && {
      listingBedTypes: listingBedTypes.map((bed, index) => ({ ...bed, id: idAt(index) })),
    }),
    ...(listingImages && { listingImages: listingImages.map(toImage(idAt(0))) }),
  };
}

type Arrays = z.output<typeof Arrays>;

export const toImage = (firstId: number) => (image: object, index: number) => ({
  sortOrder: index + 1,
  ...image,
  id: firstId + index,
});
