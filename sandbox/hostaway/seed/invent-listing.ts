import { toStamp } from "#sandbox/hostaway/dates.ts";
import { amenities } from "#sandbox/hostaway/dictionaries/named-ids.ts";
import { Listing } from "#sandbox/hostaway/listings/listing.ts";
import { epithets, type Home, homes, hosts } from "./homes.ts";
import type { Place } from "./places.ts";
import { at, type Random } from "./random.ts";

const day = 86_400_000;
const pictures = ["Living room", "Bedroom", "Kitchen", "View"];

interface Invention {
  random: Random;
  id: number;
  /** Counts through names and homes, so that no two listings are called the same. */
  index: number;
  place: Place;
  now: number;
}

export function inventListing({ random, id, index, place, now }: Invention): Listing {
  const home = at(homes, index);
  const area = random.pick(place.areas);
  const name = `${at(epithets, index)} ${home.kind} in ${area}`;
  return Listing.parse({
    id,
    propertyTypeId: home.propertyTypeId,
    name,
    externalListingName: name,
    internalListingName: `${place.city.slice(0, 3).toUpperCase()}-${String(index + 1).padStart(3, "0")}`,
    description: `A ${home.kind.toLowerCase()} in ${area}, ${place.city}, kept by people who live around the corner.`,
    ...address(random, place),
    ...prices(random, place, home),
    ...size(random, home),
    ...rules(random),
    ...secrets(random, id),
    ...contact(random, place),
    ...attachments(random, id),
    averageReviewRating: random.chance(0.85) ? random.integer(82, 100) / 10 : null,
    starRating: random.chance(0.2) ? random.integer(3, 5) : null,
    latestActivityOn: toStamp(now - random.integer(0, 120 * day)),
  });
}

function address(random: Random, place: Place) {
  const { city, state, country, countryCode, zipcode, timeZoneName } = place;
  const street = `${random.integer(1, 420)} ${random.pick(place.streets)}`;
  const near = () => (random.next() - 0.5) / 10;
  return {
    city,
    state,
    country,
    countryCode,
    zipcode,
    timeZoneName,
    street,
    address: `${street}, ${city}, ${zipcode}, ${country}`,
    publicAddress: `${city}, ${country}`,
    lat: Number((place.lat + near()).toFixed(5)),
    lng: Number((place.lng + near()).toFixed(5)),
  };
}

function prices(random: Random, place: Place, home: Home) {
  const price = Math.round(place.price * (0.6 + home.bedrooms * 0.28 + random.next() * 0.2));
  return {
    price,
    currencyCode: place.currencyCode,
    guestsIncluded: Math.max(2, home.bedrooms * 2),
    priceForExtraPerson: Math.round(price * 0.08),
    cleaningFee: Math.round(price * 0.35),
    weeklyDiscount: random.chance(0.5) ? 0.9 : null,
    monthlyDiscount: random.chance(0.4) ? 0.78 : null,
    refundableDamageDeposit: random.chance(0.3) ? price * 2 : null,
  };
}

function size(random: Random, { bedrooms }: Home) {
  return {
    personCapacity: Math.max(2, bedrooms * 2 + random.integer(0, 2)),
    bedroomsNumber: bedrooms,
    bedsNumber: Math.max(1, bedrooms + random.integer(0, 2)),
    bathroomsNumber: Math.max(1, bedrooms / 2),
    squareMeters: 32 + bedrooms * 24 + random.integer(0, 15),
    maxPetsAllowed: random.chance(0.3) ? 1 : null,
    roomType: "entire_home",
    bathroomType: "private",
    bedType: "real_bed",
  };
}

function rules(random: Random) {
  return {
    minNights: random.integer(1, 3),
    maxNights: random.pick([28, 90, 365, 1125]),
    checkInTimeStart: random.integer(14, 16),
    checkInTimeEnd: 22,
    checkOutTime: random.integer(10, 11),
    instantBookable: random.chance(0.8) ? 1 : 0,
    allowSameDayBooking: 1,
    cancellationPolicy: random.pick(["flexible", "moderate", "strict"]),
    houseRules: "No smoking indoors. Quiet from ten in the evening. Shoes off, please.",
  };
}

/** Filled in everywhere, so that a leak shows. */
function secrets(random: Random, id: number) {
  return {
    doorSecurityCode: random.digits(6),
    wifiUsername: `guest-${id}`,
    wifiPassword: `wifi-secret-${id}-${random.digits(4)}`,
    keyPickup: `Key box left of the door, code ${random.digits(4)}.`,
    specialInstruction: "Turn the key twice to the left while pulling the door.",
    cleaningInstruction: "Linen is in the hall cupboard; leave the windows tilted.",
  };
}

function contact(random: Random, place: Place) {
  const [contactName, contactSurName] = random.pick(hosts);
  const contactEmail = `${contactSurName.toLowerCase()}@hosts.example.com`;
  return {
    contactName,
    contactSurName,
    contactEmail,
    contactLanguage: "en",
    contactPhone1: "+1 305 555 0100",
    invoicingContactName: contactName,
    invoicingContactSurName: contactSurName,
    invoicingContactEmail: `billing.${contactEmail}`,
    invoicingContactCountry: place.countryCode,
    invoicingContactAddress: "PO Box 555",
  };
}

function attachments(random: Random, id: number) {
  const first = random.integer(0, 20);
  const own = amenities.slice(first, first + random.integer(6, 18));
  return {
    listingAmenities: own.map(({ id: amenityId, name }, index) => ({
      id: id * 100 + index,
      amenityId,
      amenityName: name,
    })),
    listingBedTypes: [{ id: id * 10, bedTypeId: random.integer(2, 6), quantity: random.integer(1, 3) }],
    listingImages: pictures.map((caption, index) => ({
      id: id * 10 + index,
      caption,
      sortOrder: index + 1,
      url: `https://images.example.com/listings/${id}/${index + 1}.jpg`,
    })),
    customFieldValues: [{ customFieldId: 1, value: `OWN-${random.digits(3)}` }],
    bookingEngineUrls: random.chance(0.5) ? [`https://stay.example.com/listings/${id}`] : [],
  };
}
