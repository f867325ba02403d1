import { expect, test } from "vitest";
import { fakeUpstream, listing, one, runTool } from "../fake-upstream.ts";
import { getPropertyDetails } from "./get-property-details.ts";

const dictionaries = {
  "/amenities": {
    status: "success",
    result: [
      { id: 1, name: "Cable TV" },
      { id: "2", name: "Pool" },
    ],
  },
  "/bedTypes": { status: "success", result: [{ id: 5, name: "Queen bed" }] },
  "/propertyTypes": { status: "success", result: [{ id: 1, name: "Apartment" }] },
};

const account = (fields: object) => fakeUpstream({ ...dictionaries, "/listings/7": one(listing(7, fields)) });

test("resolves amenities, beds and the property type to names", async () => {
  const answer = await runTool(
    getPropertyDetails,
    account({
      propertyTypeId: "1",
      listingAmenities: [
        { id: 9, amenityId: 1 },
        { id: 10, amenityId: "2" },
        { id: 11, amenityId: 77, amenityName: "Sauna" },
        { id: 12, amenityId: 78 },
      ],
      listingBedTypes: [{ bedTypeId: 5, quantity: "2" }],
      listingImages: [{ url: "https://example.test/1.jpg" }, { url: "https://example.test/2.jpg" }],
    }),
    { property_id: 7 },
  );
  expect(answer).toMatchObject({
    property_type: "Apartment",
    amenities: ["Cable TV", "Pool", "Sauna", "#78"],
    bed_types: [{ type: "Queen bed", quantity: 2 }],
    image_count: 2,
  });
});

test("a listing with hardly anything filled in gives no nulls and no zeros", async () => {
  const upstream = fakeUpstream({
    ...dictionaries,
    "/listings/7": one({ id: "7", price: null, lat: "", listingAmenities: null }),
  });
  expect(await runTool(getPropertyDetails, upstream, { property_id: 7 })).toEqual({
    id: 7,
    status: "active",
    amenities: [],
    bed_types: [],
    image_count: 0,
  });
});

test("texts of the listing are labelled and cleaned", async () => {
  const answer = await runTool(
    getPropertyDetails,
    account({ description: "Nice\u200b home", houseRules: "No pets" }),
    {
      property_id: 7,
    },
  );
  expect(answer.description).toEqual({ untrusted_text: "Nice home" });
  expect(answer.house_rules).toEqual({ untrusted_text: "No pets" });
});

test("keeps the listing for a minute and the dictionaries for a day", async () => {
  const upstream = account({});
  await runTool(getPropertyDetails, upstream, { property_id: 7 });
  expect(upstream.calls.map(({ path, request }) => [path, request.cacheSeconds])).toEqual([
    ["/listings/7", 60],
    ["/amenities", 86_400],
    ["/bedTypes", 86_400],
    ["/propertyTypes", 86_400],
  ]);
});

test("an unknown property is not found", async () => {
  await expect(runTool(getPropertyDetails, fakeUpstream(dictionaries), { property_id: 999 })).rejects.toThrow(
    "No property 999. Call get_properties to list them.",
  );
});
