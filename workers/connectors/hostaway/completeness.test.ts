import { expect, test } from "vitest";
import { toCompleteness } from "./completeness.ts";
import { listing } from "./fake-upstream.ts";
import { Listing } from "./schemas/listing.ts";

const full = {
  address: "Example 7",
  guestsIncluded: 2,
  priceForExtraPerson: 0,
  propertyTypeId: 1,
  roomType: "entire_home",
  lat: 53.5,
  timeZoneName: "Europe/Berlin",
  checkInTimeStart: 15,
  checkOutTime: 11,
  cleaningFee: 0,
  houseRules: "No smoking",
  cancellationPolicy: "flexible",
  propertyLicenseNumber: "L-1",
  description: "x".repeat(200),
  listingImages: Array(10).fill({}),
  listingAmenities: [1, 2, 3, 4, 5].map((amenityId) => ({ amenityId })),
  listingBedTypes: [{ bedTypeId: 1, quantity: 1 }],
};
const check = (fields: object) =>
  toCompleteness(Listing.parse(listing(1, { ...full, ...fields })), "2026-11-22");

test("a full listing misses nothing; a fee of 0 is an answer too", () => {
  expect(check({})).toEqual({ score_percent: 100, missing: [], missing_for_channels: [] });
});

test("what Hostaway needs for a channel is told apart from what guests would like", () => {
  expect(check({ address: null, price: null, houseRules: "", listingImages: [{}] })).toEqual({
    score_percent: 83,
    missing: ["house rules", "photos (1 of 10)"],
    missing_for_channels: ["address", "price"],
  });
});

test("a licence that ran out is missing", () => {
  expect(check({ propertyLicenseExpirationDate: "2026-11-21" }).missing).toEqual([
    "licence (ran out on 2026-11-21)",
  ]);
  expect(check({ propertyLicenseExpirationDate: "2026-11-22" }).missing).toEqual([]);
});
