import { z } from "zod";
import { AppError } from "#errors.ts";
import { toBody as toPlainBody, toValues, Values } from "./changed-fields.ts";
import type { ListingBody } from "./client/listings.ts";
import type { HostawayClient } from "./client.ts";
import type { Dictionary } from "./schemas/dictionary.ts";
import type { Listing } from "./schemas/listing.ts";
import { equals } from "./text.ts";
import { Price } from "./write-input.ts";

const line = z.string().trim().min(1).max(200);
const count = z.int().min(0).max(1_000);
const hour = z.int().min(0).max(23);
const amount = z.number().min(0).max(1_000_000);

/** What can be set on a property, under the names that get_property_details answers. Codes and contacts cannot. */
export const ListingFields = z
  .object({
    name: line,
    internal_name: line,
    description: z.string().max(20_000),
    house_rules: z.string().max(20_000),
    property_type: line.describe("As Hostaway names it, such as Apartment"),
    room_type: z.enum(["entire_home", "private_room", "shared_room"]),
    address: line.describe("In one line"),
    street: line,
    city: line,
    state: line,
    zip_code: line,
    country: line,
    country_code: z.string().regex(/^[A-Z]{2}$/, "is two capital letters"),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    time_zone: line.refine(isTimeZone, "is no IANA time zone").describe("IANA, such as Europe/Berlin"),
    max_guests: z.int().min(1).max(1_000),
    bedrooms: count,
    beds: count,
    bathrooms: z.number().min(0).max(1_000),
    amenities: z.array(line).max(300).describe("By name; replaces the whole list"),
    min_nights: z.int().min(1).max(3_650),
    max_nights: z.int().min(1).max(3_650),
    check_in_from_hour: hour.describe("Local hour, 0-23"),
    check_in_until_hour: hour,
    check_out_hour: hour,
    instant_bookable: z.boolean(),
    base_price: Price.describe("Per night, where the calendar has no price of its own"),
    guests_included: z.int().min(1).max(1_000),
    price_per_extra_guest: amount,
    cleaning_fee: amount,
    weekly_price_factor: z.number().gt(0).max(1).describe("0.9 means 10 % off"),
    monthly_price_factor: z.number().gt(0).max(1),
    license_number: line,
  })
  .partial();
export type ListingFields = z.infer<typeof ListingFields>;

function isTimeZone(name: string): boolean {
  return name === "UTC" || Intl.supportedValuesOf("timeZone").includes(name);
}

const upstreamNames = {
  name: "name",
  internal_name: "internalListingName",
  description: "description",
  house_rules: "houseRules",
  room_type: "roomType",
  address: "address",
  street: "street",
  city: "city",
  state: "state",
  zip_code: "zipcode",
  country: "country",
  country_code: "countryCode",
  latitude: "lat",
  longitude: "lng",
  time_zone: "timeZoneName",
  max_guests: "personCapacity",
  bedrooms: "bedroomsNumber",
  beds: "bedsNumber",
  bathrooms: "bathroomsNumber",
  min_nights: "minNights",
  max_nights: "maxNights",
  check_in_from_hour: "checkInTimeStart",
  check_in_until_hour: "checkInTimeEnd",
  check_out_hour: "checkOutTime",
  instant_bookable: "instantBookable",
  base_price: "price",
  guests_included: "guestsIncluded",
  price_per_extra_guest: "priceForExtraPerson",
  cleaning_fee: "cleaningFee",
  weekly_price_factor: "weeklyDiscount",
  monthly_price_factor: "monthlyDiscount",
  license_number: "propertyLicenseNumber",
} as const satisfies Partial<Record<keyof ListingFields, keyof Listing>>;

/** The fields of a property that a change touches, as stored: null for what is empty. */
export const FieldValues = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]),
);
export type FieldValues = { [field: string]: string | number | boolean | string[] | null };

/** What Hostaway knows by number and people by name. */
export interface ListingNames {
  amenities: Dictionary;
  propertyTypes: Dictionary;
}

/** Read only for fields that need them. */
export async function getListingNames(
  client: HostawayClient,
  fields: object,
  signal: AbortSignal,
): Promise<ListingNames> {
  const [amenities, propertyTypes] = await Promise.all([
    "amenities" in fields ? client.getDictionary("amenities", signal) : new Map(),
    "property_type" in fields ? client.getDictionary("propertyTypes", signal) : new Map(),
  ]);
  return { amenities, propertyTypes };
}

/** The same fields as `like`, as they are in that property. */
export function readFields(listing: Listing, like: object, names: ListingNames): FieldValues {
  const fields = Object.keys(like);
  const amenities = listing.listingAmenities.flatMap(
    ({ amenityId }) => toName(names.amenities, amenityId) ?? [],
  );
  return {
    ...toValues(
      listing,
      upstreamNames,
      fields.filter((field) => field in upstreamNames),
    ),
    ...("property_type" in like && { property_type: toName(names.propertyTypes, listing.propertyTypeId) }),
    ...("amenities" in like && { amenities: amenities.sort() }),
  };
}

/** As given, but with names as Hostaway spells them. Throws where it has no such name. */
export function toFieldValues(fields: ListingFields, names: ListingNames): FieldValues {
  const { amenities, property_type, ...plain } = fields;
  const spell = (dictionary: Dictionary, name: string) => dictionary.get(toId(dictionary, name)) ?? name;
  const values = {
    ...plain,
    property_type: property_type && spell(names.propertyTypes, property_type),
    amenities: amenities && [...new Set(amenities.map((name) => spell(names.amenities, name)))].sort(),
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
  );
}

/** What Hostaway takes for these values. */
export function toBody(values: FieldValues, names: ListingNames): ListingBody {
  const { amenities, property_type, name, ...plain } = values;
  return {
    ...toPlainBody(Values.parse(plain), upstreamNames),
    // One and the same name under two names.
    ...(name !== undefined && { name, externalListingName: name }),
    ...(typeof property_type === "string" && { propertyTypeId: toId(names.propertyTypes, property_type) }),
    ...(Array.isArray(amenities) && {
      listingAmenities: amenities.map((amenity) => ({ amenityId: toId(names.amenities, amenity) })),
    }),
  };
}

const toName = (dictionary: Dictionary, id: number | undefined) =>
  id === undefined ? null : (dictionary.get(id) ?? `#${id}`);

function toId(dictionary: Dictionary, name: string): number {
  const known = [...dictionary].find(([, known]) => equals(known, name))?.[0];
  if (known !== undefined) return known;
  const unnamed = /^#(\d+)$/.exec(name)?.[1];
  if (unnamed !== undefined) return Number(unnamed);
  throw new AppError(
    "invalid_request",
    `Hostaway has no "${name}" there. get_reference_data lists what it has.`,
  );
}
