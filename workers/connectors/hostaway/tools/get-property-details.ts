import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { toUntrustedText, UntrustedText } from "#connectors/untrusted.ts";
import type { HostawayClient } from "../client.ts";
import { PropertyId } from "../input.ts";
import type { Dictionary } from "../schemas/dictionary.ts";
import { isArchived, type Listing } from "../schemas/listing.ts";

const text = z.string().optional();
const number = z.number().optional();

const GetPropertyDetailsOutput = z.object({
  id: z.number(),
  name: text,
  internal_name: text,
  status: z.enum(["active", "archived"]),
  property_type: text,
  room_type: text,
  description: UntrustedText.optional(),
  address: text,
  street: text,
  city: text,
  state: text,
  zip_code: text,
  country: text,
  latitude: number,
  longitude: number,
  time_zone: text,
  max_guests: number,
  max_children: number,
  max_infants: number,
  max_pets: number,
  bedrooms: number,
  beds: number,
  bed_types: z.array(z.object({ type: z.string(), quantity: number })),
  bathrooms: number,
  guest_bathrooms: number,
  bathroom_type: text,
  square_meters: number,
  amenities: z.array(z.string()),
  house_rules: UntrustedText.optional(),
  min_nights: number,
  max_nights: number,
  check_in_from_hour: number.describe("Local hour, 0-23"),
  check_in_until_hour: number,
  check_out_hour: number,
  instant_bookable: z.boolean().optional(),
  cancellation_policy: text,
  price_per_night: number.describe("Base price, not for a date"),
  currency: text,
  guests_included: number,
  price_per_extra_guest: number,
  cleaning_fee: number,
  damage_deposit: number,
  weekly_price_factor: number.describe("0.9 means 10% off"),
  monthly_price_factor: number,
  star_rating: number,
  review_rating: number.describe("Out of 10"),
  license_number: text,
  image_count: z.number(),
  airbnb_url: text,
  vrbo_url: text,
  google_url: text,
});

export const getPropertyDetails = defineTool<HostawayClient>()({
  name: "get_property_details",
  title: "Get property details",
  access: "read",
  toolset: "core",
  description:
    "Describes one property in full: address, size, beds, amenities, house rules, check-in and check-out hours, prices and fees, policies, ratings and links to its channels. " +
    "Use it to answer questions about a home or before writing about it. " +
    "Door codes, wifi passwords, key pick-up and owners' contacts are never included. " +
    "To find the id call get_properties; for free nights and prices on dates call check_availability.",
  input: z.object({ property_id: PropertyId }),
  output: GetPropertyDetailsOutput,
  async run({ client, input, signal }) {
    const [listing, amenities, bedTypes, propertyTypes] = await Promise.all([
      client.getListing(input.property_id, signal),
      client.getDictionary("amenities", signal),
      client.getDictionary("bedTypes", signal),
      client.getDictionary("propertyTypes", signal),
    ]);
    return toDetails(listing, { amenities, bedTypes, propertyTypes });
  },
});

interface Dictionaries {
  amenities: Dictionary;
  bedTypes: Dictionary;
  propertyTypes: Dictionary;
}

function toDetails(
  listing: Listing,
  { amenities, bedTypes, propertyTypes }: Dictionaries,
): z.input<typeof GetPropertyDetailsOutput> {
  return {
    id: listing.id,
    name: listing.name,
    internal_name: listing.internalListingName,
    status: isArchived(listing) ? "archived" : "active",
    property_type: propertyTypes.get(listing.propertyTypeId ?? 0),
    room_type: listing.roomType,
    description: toUntrustedText(listing.description),
    address: listing.address,
    street: listing.street,
    city: listing.city,
    state: listing.state,
    zip_code: listing.zipcode,
    country: listing.country ?? listing.countryCode,
    latitude: listing.lat,
    longitude: listing.lng,
    time_zone: listing.timeZoneName,
    max_guests: listing.personCapacity,
    max_children: listing.maxChildrenAllowed,
    max_infants: listing.maxInfantsAllowed,
    max_pets: listing.maxPetsAllowed,
    bedrooms: listing.bedroomsNumber,
    beds: listing.bedsNumber,
    bed_types: listing.listingBedTypes.map(({ bedTypeId = 0, quantity }) => ({
      type: bedTypes.get(bedTypeId) ?? `#${bedTypeId}`,
      quantity,
    })),
    bathrooms: listing.bathroomsNumber,
    guest_bathrooms: listing.guestBathroomsNumber,
    bathroom_type: listing.bathroomType,
    square_meters: listing.squareMeters,
    amenities: listing.listingAmenities.map(
      ({ amenityId = 0, amenityName }) => amenities.get(amenityId) ?? amenityName ?? `#${amenityId}`,
    ),
    house_rules: toUntrustedText(listing.houseRules),
    min_nights: listing.minNights,
    max_nights: listing.maxNights,
    check_in_from_hour: listing.checkInTimeStart,
    check_in_until_hour: listing.checkInTimeEnd,
    check_out_hour: listing.checkOutTime,
    instant_bookable: listing.instantBookable,
    cancellation_policy: listing.cancellationPolicy,
    price_per_night: listing.price,
    currency: listing.currencyCode,
    guests_included: listing.guestsIncluded,
    price_per_extra_guest: listing.priceForExtraPerson,
    cleaning_fee: listing.cleaningFee,
    damage_deposit: listing.refundableDamageDeposit,
    weekly_price_factor: listing.weeklyDiscount,
    monthly_price_factor: listing.monthlyDiscount,
    star_rating: listing.starRating,
    review_rating: listing.averageReviewRating,
    license_number: listing.propertyLicenseNumber,
    image_count: listing.listingImages.length,
    airbnb_url: listing.airbnbListingUrl,
    vrbo_url: listing.vrboListingUrl,
    google_url: listing.googleVrListingUrl,
  };
}
