import { dayAfter, round, TODAY } from "./calculate.ts";
import {
  busyListing,
  cancelledStay,
  comingStay,
  lisbonListing,
  quietListing,
  readRepair,
  readWeekend,
  searchMiami,
} from "./houses.ts";
import type { Question } from "./question.ts";
import type { Listing, StoredData } from "./stored-data.ts";

const [FIRST, LAST] = [TODAY, dayAfter(TODAY, 29)];
/** Holes of one to three nights, each with a taken night on both sides. */
async function readGaps(stored: StoredData, listingId: number) {
  const nights = await stored.readNights(listingId, dayAfter(FIRST, -1), dayAfter(LAST, 4));
  const line = nights.map(({ isAvailable }) => (isAvailable === 1 ? "." : "x")).join("");
  const holes = [...line.matchAll(/(?<=x)\.{1,3}(?=x)/g)];
  return holes
    .map((hole) => ({ from: nights[hole.index]?.date ?? "", nights: hole[0].length }))
    .filter(({ from }) => from >= FIRST && from <= LAST);
}

const readGappy = async (stored: StoredData): Promise<Listing> => {
  for (const listing of stored.listings.slice(0, 16)) {
    if ((await readGaps(stored, listing.id)).length > 0) return listing;
  }
  throw new Error("No house has a gap.");
};

export const sales: readonly Question[] = [
  {
    question: "Which homes in Miami sleep six and are free from 12 to 15 August, the cheapest first?",
    tool: "search_available_properties",
    not: ["get_properties", "check_availability"],
    args: { city: "Miami", start_date: "2027-08-12", end_date: "2027-08-15", guests: 6, limit: 10 },
    answer: (stored) => searchMiami(stored, "2027-08-12", "2027-08-14"),
  },
  {
    question: "And for the one night of 20 August?",
    tool: "search_available_properties",
    args: { city: "Miami", start_date: "2027-08-20", end_date: "2027-08-21", guests: 6, limit: 10 },
    answer: (stored) => searchMiami(stored, "2027-08-20", "2027-08-20"),
  },
  {
    question: "Is this house free for a couple in August, and what do the nights cost?",
    tool: "check_availability",
    not: ["search_available_properties", "get_property_details", "get_calendar"],
    args: (stored) => ({
      property_id: quietListing(stored).id,
      start_date: "2027-08-12",
      end_date: "2027-08-15",
      guests: 2,
    }),
    answer: (stored) => ({ nights: 3, total_price: 3 * (quietListing(stored).price ?? 0), currency: "EUR" }),
  },
  {
    question: "Can somebody else have the house while this guest is there?",
    tool: "check_availability",
    args: (stored) => {
      const { arrivalDate, departureDate, listingMapId } = comingStay(stored);
      return { property_id: listingMapId, start_date: arrivalDate, end_date: departureDate };
    },
    answer: (stored) => ({ available: false, nights: comingStay(stored).nights }),
  },
  {
    question: "Can the nights of a booking that was cancelled be sold again?",
    tool: "check_availability",
    args: (stored) => {
      const { arrivalDate, departureDate, listingMapId } = cancelledStay(stored);
      return { property_id: listingMapId, start_date: arrivalDate, end_date: departureDate };
    },
    answer: async (stored) => {
      const { departureDate, listingMapId, arrivalDate } = cancelledStay(stored);
      const nights = await stored.readNights(listingMapId, arrivalDate, dayAfter(departureDate, -1));
      return { nightly: nights.map(({ date, price }) => ({ date, price, available: true })) };
    },
  },
  {
    question: "Can I sell the Friday alone, although weekends have a minimum stay of two nights?",
    tool: "check_availability",
    args: async (stored) => {
      const { date } = await readWeekend(stored);
      return { property_id: busyListing(stored).id, start_date: date, end_date: dayAfter(date) };
    },
    answer: async (stored) => {
      const { date, price } = await readWeekend(stored);
      return { available: false, nightly: [{ date, available: true, price, min_stay: 2 }] };
    },
  },
  {
    question: "What do three nights cost a couple, with cleaning and tax?",
    tool: "quote_price",
    not: ["check_availability", "search_available_properties", "list_coupons"],
    args: (stored) => ({
      property_id: quietListing(stored).id,
      start_date: "2027-08-12",
      end_date: "2027-08-15",
      guests: 2,
    }),
    answer: (stored) => {
      const { cleaningFee, price } = quietListing(stored);
      const net = 3 * (price ?? 0) + (cleaningFee ?? 0);
      // The hotel tax of this account is a tenth of nights and cleaning.
      return { total_price: round(net * 1.1), currency: "EUR", bookable: true };
    },
  },
  {
    question: "And in Lisbon, where the city asks 2 euros of every guest and night?",
    tool: "quote_price",
    args: (stored) => ({
      property_id: lisbonListing(stored).id,
      start_date: "2027-08-12",
      end_date: "2027-08-15",
      guests: 2,
    }),
    answer: (stored) => {
      const { cleaningFee, price } = lisbonListing(stored);
      return {
        total_price: round((3 * (price ?? 0) + (cleaningFee ?? 0)) * 1.1 + 2 * 2 * 3),
        currency: "EUR",
      };
    },
  },
  {
    question: "Which short gaps of this house are left unsold in the next 30 days?",
    tool: "get_gap_nights",
    not: ["get_calendar"],
    args: async (stored) => ({
      property_id: (await readGappy(stored)).id,
      start_date: FIRST,
      end_date: LAST,
    }),
    answer: async (stored) => {
      const { id } = await readGappy(stored);
      const gaps = await readGaps(stored, id);
      return { gaps: gaps.map(({ from, nights }) => ({ property_id: id, from, nights })) };
    },
  },
  {
    question: "Which nights have we taken off sale ourselves?",
    tool: "get_calendar",
    not: ["get_gap_nights"],
    args: async (stored) => {
      const { date } = await readRepair(stored);
      return { property_id: busyListing(stored).id, start_date: date, end_date: date };
    },
    answer: async (stored) => {
      const { date } = await readRepair(stored);
      return { nights_available: 0, ranges: [{ from: date, to: date, nights: 1, status: "blocked" }] };
    },
  },
  {
    question: "Block the house for repairs: what do we lose?",
    tool: "block_dates",
    not: ["update_calendar", "create_booking"],
    args: (stored) => ({
      property_id: quietListing(stored).id,
      start_date: "2027-08-12",
      end_date: "2027-08-14",
      dry_run: true,
    }),
    answer: (stored) => ({
      before: { "2027-08-12..2027-08-14": { availability: "available" } },
      after: { "2027-08-12..2027-08-14": { availability: "blocked" } },
      money: [{ currency: "EUR", before: 3 * (quietListing(stored).price ?? 0), after: 0 }],
    }),
  },
  {
    question: "The painters are done: put the night back on sale.",
    tool: "unblock_dates",
    not: ["update_calendar", "block_dates"],
    args: async (stored) => {
      const { date } = await readRepair(stored);
      return { property_id: busyListing(stored).id, start_date: date, end_date: date, dry_run: true };
    },
    answer: async (stored) => {
      const { date } = await readRepair(stored);
      return {
        before: { [date]: { availability: "blocked" } },
        after: { [date]: { availability: "available" } },
      };
    },
  },
];
