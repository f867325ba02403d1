import { expect } from "vitest";
import { inAnyOrder, isAsleep, isStay, pick, round, sum } from "./calculate.ts";
import { inCity } from "./houses.ts";
import type { Question } from "./question.ts";
import type { Listing, StoredData } from "./stored-data.ts";

const [FRIDAY, SATURDAY] = ["2027-06-04", "2027-06-05"];
const WEEK_END = [FRIDAY, SATURDAY];

const pricedIn = (stored: StoredData, city: string): Listing[] =>
  inCity(stored, city).filter(({ price }) => price !== null);

/** Its nights of that weekend are for sale, and dearer than the others. */
const weekendHouse = ({ listings, reservations }: StoredData): Listing =>
  pick(
    listings.slice(0, 16),
    ({ id }) =>
      !reservations.some(
        (stay) => isStay(stay) && stay.listingMapId === id && WEEK_END.some((date) => isAsleep(stay, date)),
      ),
  );

const quietHouses = (stored: StoredData): Listing[] => pricedIn(stored, "Lisbon").slice(0, 2);

const dryRun = { dry_run: true };

export const prices: readonly Question[] = [
  {
    question: "Raise this weekend by ten percent: what would the nights cost then?",
    tool: "update_calendar",
    not: ["update_listing", "batch_update_calendar"],
    args: (stored) => ({
      property_id: weekendHouse(stored).id,
      ranges: [{ start_date: FRIDAY, end_date: SATURDAY, price_change_percent: 10 }],
      ...dryRun,
    }),
    answer: async (stored) => {
      const nights = await stored.readNights(weekendHouse(stored).id, FRIDAY, SATURDAY);
      const before = sum(nights.map(({ price }) => price ?? 0));
      return {
        dry_run: true,
        money: [{ currency: weekendHouse(stored).currencyCode, before, after: round(before * 1.1) }],
      };
    },
  },
  {
    question: "Raise all nightly rates in Miami by ten percent.",
    tool: "batch_update_listings",
    not: ["update_listing", "batch_update_calendar"],
    args: { city: "Miami", price_change_percent: 10, ...dryRun },
    answer: (stored) => {
      const houses = pricedIn(stored, "Miami");
      const results = houses.map(({ id, price }) => ({
        item_id: String(id),
        before: { base_price: price },
        after: { base_price: round((price ?? 0) * 1.1) },
      }));
      return {
        successful_results: inAnyOrder(results, "item_id"),
        failed_items: [],
        summary: { total_attempted: houses.length, succeeded: houses.length, failed: 0 },
      };
    },
  },
  {
    question: "Lower the rates in Kyoto by 2.5 percent: the yen has no cents.",
    tool: "batch_update_listings",
    args: { city: "Kyoto", price_change_percent: -2.5, ...dryRun },
    answer: (stored) => ({
      successful_results: expect.arrayContaining(
        pricedIn(stored, "Kyoto").map(({ id, price }) =>
          expect.objectContaining({
            item_id: String(id),
            before: { base_price: price },
            // In thousandths, and half a yen rounds up.
            after: { base_price: Math.floor(((price ?? 0) * 975 + 500) / 1_000) },
          }),
        ),
      ),
    }),
  },
  {
    question: "Set every base price to 200, be it dollars, euros or yen.",
    tool: "batch_update_listings",
    args: { all: true, base_price: 200, ...dryRun },
    answer: { error: { code: "invalid_request", message: expect.stringContaining("currenc") } },
  },
  {
    question: "A minimum stay of four nights over the holiday, in both houses.",
    tool: "batch_update_calendar",
    not: ["update_calendar", "batch_update_listings"],
    args: (stored) => ({
      updates: [
        {
          property_ids: quietHouses(stored).map(({ id }) => id),
          start_date: "2027-12-23",
          end_date: "2027-12-26",
          min_stay: 4,
        },
      ],
      ...dryRun,
    }),
    answer: (stored) => ({
      successful_results: inAnyOrder(
        quietHouses(stored).map(({ id, minNights }) => ({
          item_id: String(id),
          before: { "2027-12-23..2027-12-26": { min_stay: minNights } },
          after: { "2027-12-23..2027-12-26": { min_stay: 4 } },
        })),
        "item_id",
      ),
    }),
  },
  {
    question: "Make the base price of this house 199.",
    tool: "update_listing",
    not: ["create_listing", "batch_update_listings"],
    args: (stored) => ({ property_id: weekendHouse(stored).id, base_price: 199, ...dryRun }),
    answer: (stored) => ({
      before: { base_price: weekendHouse(stored).price },
      after: { base_price: 199 },
      money: [
        { currency: weekendHouse(stored).currencyCode, before: weekendHouse(stored).price, after: 199 },
      ],
    }),
  },
  {
    question: "Add our new loft in Lisbon.",
    tool: "create_listing",
    args: {
      name: "New loft",
      address: "1 Rua da Rosa, Lisbon",
      city: "Lisbon",
      country_code: "PT",
      max_guests: 2,
      bedrooms: 1,
      bathrooms: 1,
      base_price: 120,
      currency: "EUR",
      ...dryRun,
    },
    answer: {
      dry_run: true,
      after: { name: "New loft", base_price: 120, currency: "EUR" },
      money: [{ currency: "EUR", after: 120 }],
      undo: { possible: false },
    },
  },
  {
    question: "Book three nights for a friend: what would it cost?",
    tool: "create_booking",
    args: (stored) => ({
      property_id: quietHouses(stored)[1]?.id,
      arrival_date: "2027-12-06",
      departure_date: "2027-12-09",
      guests: 2,
      guest_name: "Ann Example",
      ...dryRun,
    }),
    answer: (stored) => {
      const house = quietHouses(stored)[1];
      // With cleaning, and a tenth of tax on both.
      const total = round((3 * (house?.price ?? 0) + (house?.cleaningFee ?? 0)) * 1.1);
      return { after: { total_price: total, currency: "EUR" }, money: [{ currency: "EUR", after: total }] };
    },
  },
];
