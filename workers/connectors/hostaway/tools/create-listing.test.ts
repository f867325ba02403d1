import { expect, test } from "vitest";
import { fakeHouses } from "../fake-houses.ts";
import { applyWrite, getStep, planWrite } from "../fake-write.ts";
import { createListing } from "./create-listing.ts";

const loft = {
  name: "Harbour Loft",
  address: "Example 7, Bremerhaven",
  city: "Bremerhaven",
  country_code: "DE",
  max_guests: 4,
  bedrooms: 1,
  bathrooms: 1.5,
  base_price: 180,
  currency: "EUR",
};

test("a property is created with what it needs to be complete, and its id is answered", async () => {
  const upstream = fakeHouses();
  const plan = await planWrite(createListing, upstream, { ...loft, amenities: ["pool"] });
  const step = getStep(plan);
  expect(step).toMatchObject({
    item: "Harbour Loft",
    before: null,
    after: { ...loft, guests_included: 4, price_per_extra_guest: 0, amenities: ["Pool"] },
  });
  expect(plan.money).toEqual([{ what: "Base price per night", currency: "EUR", before: null, after: 180 }]);
  expect(plan.warnings).toEqual(["One more active property is billed, by Hostaway and by this service."]);
  expect(upstream.writes()).toEqual([]);
  const result = await applyWrite(createListing, upstream, step.change);
  expect(result).toEqual({ property_id: 900, name: "Harbour Loft" });
  expect(upstream.writes()).toEqual([
    {
      call: "POST /listings",
      body: {
        name: "Harbour Loft",
        externalListingName: "Harbour Loft",
        address: "Example 7, Bremerhaven",
        city: "Bremerhaven",
        countryCode: "DE",
        personCapacity: 4,
        bedroomsNumber: 1,
        bathroomsNumber: 1.5,
        price: 180,
        currencyCode: "EUR",
        guestsIncluded: 4,
        priceForExtraPerson: 0,
        listingAmenities: [{ amenityId: 1 }],
      },
    },
  ]);
});

test("a property of that name is warned of", async () => {
  const { warnings } = await planWrite(
    createListing,
    fakeHouses({ id: 7, fields: { name: "harbour loft" } }),
    loft,
  );
  expect(warnings).toContain("There is a property of that name already: 7.");
});

test.each<[string, object]>([
  ["without a name", { name: undefined }],
  ["without an address", { address: " " }],
  ["without a price", { base_price: undefined }],
  ["for nothing", { base_price: 0 }],
  ["in a currency that does not exist", { currency: "ABC" }],
  ["for nobody", { max_guests: 0 }],
  ["with more guests included than it sleeps", { guests_included: 5 }],
  ["with a minimum stay above the maximum", { min_nights: 3, max_nights: 2 }],
  ["with an unknown amenity", { amenities: ["Helipad"] }],
  ["with an unknown type", { property_type: "Castle in the air" }],
])("does not create a property %s", async (_, fields) => {
  await expect(planWrite(createListing, fakeHouses(), { ...loft, ...fields })).rejects.toThrow();
});

test("it is never repeated by itself and says why it cannot be undone", () => {
  expect(createListing.repeatable).toBe(false);
  expect(createListing.undo).toEqual({ impossible: expect.stringMatching(/deleted for good/) });
});
