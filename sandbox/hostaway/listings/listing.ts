import { z } from "zod";
import { CustomFieldValues, Decimal, each, Integer, OptionalFlag, Text } from "#sandbox/hostaway/fields.ts";

const ListingAmenity = z.object({ id: z.int(), amenityId: z.int(), amenityName: z.string() });
const ListingBedType = z.object({ id: z.int(), bedTypeId: z.int(), quantity: z.int() });
const ListingImage = z.object({
  id: z.int(),
  url: z.url(),
  ...each(["caption", "vrboCaption", "airbnbCaption", "bookingEngineCaption"], Text),
  sortOrder: z.int(),
});

const houseInfo = each(
  [
    "houseRules",
    "keyPickup",
    "specialInstruction",
    "doorSecurityCode",
    "wifiUsername",
    "wifiPassword",
    "cleannessStatus",
    "cleaningInstruction",
    "cleannessStatusUpdatedOn",
  ],
  Text,
);

const location = {
  ...each(["country", "countryCode", "state", "city", "street", "address", "publicAddress", "zipcode"], Text),
  ...each(["lat", "lng"], Decimal),
  timeZoneName: Text,
};

const price = {
  ...each(["price", "priceForExtraPerson", "cleaningFee", "weeklyDiscount", "monthlyDiscount"], Decimal),
  ...each(["refundableDamageDeposit", "propertyRentTax", "guestPerPersonPerNightTax"], Decimal),
  ...each(
    ["guestStayTax", "guestNightlyTax", "partnersListingMarkup", "airbnbOfficialListingMarkup"],
    Decimal,
  ),
  ...each(["bookingEngineMarkup", "homeawayApiMarkup", "marriottListingMarkup"], Decimal),
  currencyCode: Text,
  guestsIncluded: Integer,
};

const size = {
  ...each(["personCapacity", "maxChildrenAllowed", "maxInfantsAllowed", "maxPetsAllowed"], Integer),
  ...each(["bedroomsNumber", "bedsNumber", "guestBathroomsNumber", "squareMeters"], Integer),
  bathroomsNumber: Decimal,
  ...each(["roomType", "bathroomType", "bedType"], Text),
};

const stayRules = {
  ...each(["minNights", "maxNights", "checkInTimeStart", "checkInTimeEnd", "checkOutTime"], Integer),
  ...each(["instantBookableLeadTime", "airbnbBookingLeadTime", "sameDayBookingLeadTime"], Integer),
  ...each(
    ["instantBookable", "airbnbBookingLeadTimeAllowRequestToBook", "allowSameDayBooking"],
    OptionalFlag,
  ),
};

const policies = {
  cancellationPolicy: Text,
  ...each(["cancellationPolicyId", "airbnbCancellationPolicyId", "bookingCancellationPolicyId"], Integer),
  ...each(["marriottCancellationPolicyId", "vrboCancellationPolicyId"], Integer),
};

const contact = each(
  [
    "contactName",
    "contactSurName",
    "contactPhone1",
    "contactPhone2",
    "contactLanguage",
    "contactEmail",
    "contactAddress",
    "invoicingContactName",
    "invoicingContactSurName",
    "invoicingContactPhone1",
    "invoicingContactPhone2",
    "invoicingContactLanguage",
    "invoicingContactEmail",
    "invoicingContactAddress",
    "invoicingContactCity",
    "invoicingContactZipcode",
    "invoicingContactCountry",
  ],
  Text,
);

const channelTexts = {
  ...each(["homeawayPropertyName", "homeawayPropertyHeadline", "homeawayPropertyDescription"], Text),
  ...each(["bookingcomPropertyName", "bookingcomPropertyDescription", "airbnbName", "airbnbSummary"], Text),
  ...each(["airbnbSpace", "airbnbAccess", "airbnbInteraction", "airbnbNeighborhoodOverview"], Text),
  ...each(["airbnbTransit", "airbnbNotes", "airbnbListingUrl", "vrboListingUrl", "googleVrListingUrl"], Text),
};

const legal = {
  ...each(["propertyLicenseNumber", "propertyLicenseType", "propertyLicenseIssueDate"], Text),
  ...each(["propertyLicenseExpirationDate", "listingAgreementText"], Text),
  ...each(
    ["bookingcomPropertyRegisteredInVcs", "bookingcomPropertyHasVat"],
    z.boolean().nullable().default(null),
  ),
  ...each(
    ["bookingcomPropertyDeclaresRevenue", "isRentalAgreementActive"],
    z.boolean().nullable().default(null),
  ),
  insuranceEligibilityStatus: z.boolean().nullable().default(null),
};

export const Listing = z.object({
  id: z.int(),
  propertyTypeId: Integer,
  name: z.string().min(1),
  externalListingName: z.string().min(1),
  ...each(["internalListingName", "description", "thumbnailUrl"], Text),
  ...houseInfo,
  ...location,
  ...price,
  ...size,
  ...stayRules,
  ...policies,
  ...contact,
  ...channelTexts,
  ...legal,
  specialStatus: z.literal("archived").nullable().default(null),
  starRating: Decimal,
  averageReviewRating: Decimal,
  listingAmenities: z.array(ListingAmenity).default([]),
  listingBedTypes: z.array(ListingBedType).default([]),
  listingImages: z.array(ListingImage).default([]),
  customFieldValues: CustomFieldValues,
  bookingEngineUrls: z.array(z.url()).default([]),
  latestActivityOn: Text,
});
export type Listing = z.infer<typeof Listing>;

export const ListingUnits = z.object({
  id: z.int(),
  units: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      ground: Text,
      unitNumber: Text,
      listingMapIdUnit: Integer,
    }),
  ),
});
export type ListingUnits = z.infer<typeof ListingUnits>;

export const isArchived = (listing: Listing) => listing.specialStatus === "archived";
