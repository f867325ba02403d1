import type { Listing } from "./schemas/listing.ts";

const MIN_PHOTOS = 10;
const MIN_DESCRIPTION = 200;
const MIN_AMENITIES = 5;

interface Check {
  name: string;
  isMet: boolean;
  /** Hostaway connects a property to no channel without it. */
  isRequired?: true;
}

export interface Completeness {
  score_percent: number;
  /** Nothing of this stops a booking. */
  missing: string[];
  missing_for_channels: string[];
}

export function toCompleteness(listing: Listing, today: string): Completeness {
  const checks = toChecks(listing, today);
  const unmet = checks.filter(({ isMet }) => !isMet);
  return {
    score_percent: Math.round(((checks.length - unmet.length) / checks.length) * 100),
    missing: unmet.filter(({ isRequired }) => !isRequired).map(({ name }) => name),
    missing_for_channels: unmet.filter(({ isRequired }) => isRequired).map(({ name }) => name),
  };
}

function toChecks(listing: Listing, today: string): Check[] {
  const { listingImages: photos, listingAmenities: amenities, description = "" } = listing;
  const expiry = listing.propertyLicenseExpirationDate;
  const required = [
    ["address", listing.address],
    ["price", listing.price],
    ["currency", listing.currencyCode],
    ["guests included in the price", listing.guestsIncluded],
    ["price for extra guests", listing.priceForExtraPerson],
  ] as const;
  const wished = [
    ["capacity", listing.personCapacity],
    ["bedrooms", listing.bedroomsNumber],
    ["bathrooms", listing.bathroomsNumber],
    ["property type", listing.propertyTypeId],
    ["room type", listing.roomType],
    ["position on the map", listing.lat],
    ["time zone", listing.timeZoneName],
    ["check-in hour", listing.checkInTimeStart],
    ["check-out hour", listing.checkOutTime],
    ["cleaning fee", listing.cleaningFee],
    ["house rules", listing.houseRules],
    ["cancellation policy", listing.cancellationPolicy],
    ["licence number", listing.propertyLicenseNumber],
  ] as const;
  return [
    ...required.map(([name, value]) => ({ name, isMet: value !== undefined, isRequired: true as const })),
    ...wished.map(([name, value]) => ({ name, isMet: value !== undefined })),
    { name: `photos (${photos.length} of ${MIN_PHOTOS})`, isMet: photos.length >= MIN_PHOTOS },
    {
      name: `description (${description.length} of ${MIN_DESCRIPTION} characters)`,
      isMet: description.length >= MIN_DESCRIPTION,
    },
    { name: `amenities (${amenities.length} of ${MIN_AMENITIES})`, isMet: amenities.length >= MIN_AMENITIES },
    { name: "beds", isMet: listing.listingBedTypes.length > 0 },
    { name: `licence (ran out on ${expiry})`, isMet: expiry === undefined || expiry >= today },
  ];
}
