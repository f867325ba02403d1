import { expect, test } from "vitest";
import { fakeHouses } from "../fake-houses.ts";
import { applyWrite, getStep, lookBack, planWrite } from "../fake-write.ts";
import { updateListing } from "./update-listing.ts";

const house = (fields: object = {}) => fakeHouses({ id: 7, fields: { maxNights: 30, ...fields } });

test("only what differs is changed, under Hostaway's names", async () => {
  const upstream = house({ checkInTimeStart: 15, instantBookable: 0 });
  const values = { name: "Harbour Loft", base_price: 300, check_in_from_hour: 15, instant_bookable: true };
  const plan = await planWrite(updateListing, upstream, { property_id: 7, ...values });
  const step = getStep(plan);
  expect(step).toMatchObject({
    item: "7",
    before: { name: "House 7", base_price: 250, instant_bookable: false },
    after: { name: "Harbour Loft", base_price: 300, instant_bookable: true },
  });
  expect(plan.summary).toBe("Changes name, instant_bookable, base_price of property 7 (House 7).");
  expect(plan.money).toEqual([{ what: "Base price per night", currency: "USD", before: 250, after: 300 }]);
  expect(await applyWrite(updateListing, upstream, step.change)).toEqual({
    property_id: 7,
    fields_changed: 3,
  });
  expect(upstream.writes()).toEqual([
    {
      call: "PUT /listings/7",
      body: { name: "Harbour Loft", externalListingName: "Harbour Loft", price: 300, instantBookable: 1 },
    },
  ]);
});

test("what is there is read fresh", async () => {
  const upstream = house();
  await planWrite(updateListing, upstream, { property_id: 7, base_price: 300 });
  expect(upstream.calls).toMatchObject([{ path: "/listings/7", request: { fresh: true } }]);
});

test("amenities and property types are given by name, whatever their case, and an undo gives them back", async () => {
  const upstream = house({ propertyTypeId: 55, listingAmenities: [{ amenityId: 3 }, { amenityId: 77 }] });
  const values = { property_type: "apartment", amenities: ["sauna", "POOL"] };
  const step = getStep(await planWrite(updateListing, upstream, { property_id: 7, ...values }));
  expect(step.before).toEqual({ property_type: "#55", amenities: ["#77", "Wifi"] });
  expect(step.after).toEqual({ property_type: "Apartment", amenities: ["Pool", "Sauna"] });
  const result = await applyWrite(updateListing, upstream, step.change);
  const { now, reverse } = await lookBack(updateListing, upstream, step, result);
  expect(now).toEqual(step.after);
  if (reverse === null) throw new Error("Expected a way back.");
  await applyWrite(updateListing, upstream, reverse);
  expect(upstream.writes()[1]?.body).toEqual({
    propertyTypeId: 55,
    listingAmenities: [{ amenityId: 77 }, { amenityId: 3 }],
  });
});

test("an undo empties what was empty", async () => {
  const upstream = house({ houseRules: null });
  const step = getStep(
    await planWrite(updateListing, upstream, { property_id: 7, house_rules: "No parties" }),
  );
  const { reverse } = await lookBack(updateListing, upstream, step, {});
  if (reverse === null) throw new Error("Expected a way back.");
  await applyWrite(updateListing, upstream, reverse);
  expect(upstream.writes()[0]?.body).toEqual({ houseRules: null });
});

test("a base price that changes by more than 30 % is warned of", async () => {
  const warningsOf = async (base_price: number) =>
    (await planWrite(updateListing, house(), { property_id: 7, base_price })).warnings.join();
  expect(await warningsOf(326)).toMatch(/more than 30 %/);
  expect(await warningsOf(320)).not.toMatch(/more than 30 %/);
});

test("what is that way already makes a plan without steps", async () => {
  const { steps, summary } = await planWrite(updateListing, house(), { property_id: 7, base_price: 250 });
  expect(steps).toEqual([]);
  expect(summary).toMatch(/Nothing changes/);
});

test.each<[string, object, RegExp]>([
  ["no field", {}, /at least one field/],
  ["a minimum stay above the maximum that is there", { min_nights: 31 }, /`min_nights` would be 31/],
  ["more included guests than it sleeps", { guests_included: 7 }, /`guests_included` would be 7/],
  ["an amenity that Hostaway does not know", { amenities: ["Helipad"] }, /no "Helipad".*get_reference_data/],
])("refuses %s", async (_, values, message) => {
  await expect(planWrite(updateListing, house(), { property_id: 7, ...values })).rejects.toMatchObject({
    code: "invalid_request",
    message: expect.stringMatching(message),
  });
});

test.each([
  { base_price: 0 },
  { time_zone: "Europe/Bremerhaven" },
  { country_code: "Germany" },
  { check_out_hour: 24 },
])("does not take %o", async (values) => {
  await expect(planWrite(updateListing, house(), { property_id: 7, ...values })).rejects.toThrow();
});

test("refuses an archived property and one that does not exist", async () => {
  const archived = planWrite(updateListing, house({ specialStatus: "archived" }), {
    property_id: 7,
    city: "Rome",
  });
  await expect(archived).rejects.toMatchObject({ message: expect.stringMatching(/archived/) });
  const unknown = planWrite(updateListing, fakeHouses(), { property_id: 7, city: "Rome" });
  await expect(unknown).rejects.toMatchObject({ code: "not_found" });
});
