import { z } from "zod";
import { pageOf, parserOf } from "./envelope.ts";
import { date, flag, id, list, number, text } from "./fields.ts";

/** What lists of listings need. Door codes, wifi, key pick-up and contacts are in neither schema, so they cannot get out. */
export const ListingRow = z.object({
  id,
  name: text,
  city: text,
  country: text,
  countryCode: text,
  bedroomsNumber: number,
  bathroomsNumber: number,
  personCapacity: number,
  price: number,
  currencyCode: text,
  specialStatus: text,
  timeZoneName: text,
});
export type ListingRow = z.infer<typeof ListingRow>;

export const Listing = ListingRow.extend({
  internalListingName: text,
  description: text,
  houseRules: text,
  propertyTypeId: number,
  roomType: text,
  bathroomType: text,
  state: text,
  street: text,
  address: text,
  zipcode: text,
  lat: number,
  lng: number,
  guestsIncluded: number,
  priceForExtraPerson: number,
  cleaningFee: number,
  weeklyDiscount: number,
  monthlyDiscount: number,
  refundableDamageDeposit: number,
  bedsNumber: number,
  guestBathroomsNumber: number,
  squareMeters: number,
  maxChildrenAllowed: number,
  maxInfantsAllowed: number,
  maxPetsAllowed: number,
  minNights: number,
  maxNights: number,
  checkInTimeStart: number,
  checkInTimeEnd: number,
  checkOutTime: number,
  instantBookable: flag,
  cancellationPolicy: text,
  starRating: number,
  averageReviewRating: number,
  propertyLicenseNumber: text,
  propertyLicenseExpirationDate: date,
  airbnbListingUrl: text,
  vrboListingUrl: text,
  googleVrListingUrl: text,
  listingAmenities: list(z.object({ amenityId: number, amenityName: text })),
  listingBedTypes: list(z.object({ bedTypeId: number, quantity: number })),
  listingImages: list(z.unknown()),
});
export type Listing = z.infer<typeof Listing>;

export const parseListingPage = parserOf(pageOf(ListingRow));
export const parseFullListingPage = parserOf(pageOf(Listing));
export const parseListingAnswer = parserOf(z.object({ result: Listing }).transform(({ result }) => result));

export const isArchived = ({ specialStatus }: Pick<ListingRow, "specialStatus">): boolean =>
  specialStatus === "archived";
