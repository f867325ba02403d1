import { expect } from "vitest";
import { dayAfter, isArchived, nightsWithin, pick, round, TODAY } from "./calculate.ts";
import { confirmedIn, earningsOf } from "./earnings.ts";
import type { Question } from "./question.ts";
import type { StoredData } from "./stored-data.ts";

const [FIRST, LAST] = [TODAY, dayAfter(TODAY, 29)];

const firstHouse = ({ listings }: StoredData) => pick(listings, (listing) => !isArchived(listing));

const soldNights = (stored: StoredData, of: (listingId: number) => boolean = () => true) =>
  stored.reservations
    .filter(({ listingMapId, status }) => ["new", "modified"].includes(status) && of(listingMapId))
    .map((stay) => nightsWithin(stay, FIRST, LAST))
    .reduce((a, b) => a + b, 0);

export const occupancy: readonly Question[] = [
  {
    question: "How full are we in the next 30 days?",
    tool: "get_occupancy_report",
    not: ["get_financial_summary", "get_revenue_by_channel"],
    args: { start_date: FIRST, end_date: LAST },
    answer: (stored) => {
      const nights = soldNights(stored);
      // An archived house counts if somebody still stays there.
      const houses = stored.listings.filter(
        (listing) => !isArchived(listing) || soldNights(stored, (listingId) => listingId === listing.id) > 0,
      );
      const all = houses.length * 30;
      return {
        total: { nights, nights_in_all: all, occupancy_percent: Math.round((nights / all) * 1_000) / 10 },
      };
    },
  },
  {
    question: "And this house? The owner's own nights are not sold.",
    tool: "get_occupancy_report",
    args: (stored) => ({ property_id: firstHouse(stored).id, start_date: FIRST, end_date: LAST }),
    answer: (stored) => {
      const { id } = firstHouse(stored);
      return { total: { nights: soldNights(stored, (listingId) => listingId === id), nights_in_all: 30 } };
    },
  },
  {
    question: "How did the average rate in dollars develop from January to March?",
    tool: "get_occupancy_report",
    not: ["get_financial_summary"],
    args: { start_date: "2027-01-01", end_date: "2027-03-31", group_by: "month" },
    answer: (stored) => ({
      groups: ["2027-01-31", "2027-02-28", "2027-03-31"].map((end_date) => {
        const period = { start_date: `${end_date.slice(0, 7)}-01`, end_date };
        const earnings = earningsOf(stored, confirmedIn(stored, period), period);
        const { nights, revenue } = pick(earnings, ({ currency }) => currency === "USD");
        return {
          group: end_date.slice(0, 7),
          earnings: expect.arrayContaining([
            expect.objectContaining({ currency: "USD", revenue, adr: round(revenue / nights) }),
          ]),
        };
      }),
    }),
  },
];
