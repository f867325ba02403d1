import { expect } from "vitest";
import { dayAfter, isConfirmed, pick, pickAll, round, sum, TODAY } from "./calculate.ts";
import type { Question } from "./question.ts";
import type { Reservation, StoredData } from "./stored-data.ts";

const euroStay = ({ listings, reservations }: StoredData): Reservation =>
  pick(reservations, ({ arrivalDate, channelId, listingMapId, status, totalPrice }) => {
    const currency = listings.find(({ id }) => id === listingMapId)?.currencyCode;
    return (
      status === "new" &&
      channelId === 2000 &&
      currency === "EUR" &&
      totalPrice !== null &&
      arrivalDate > dayAfter(TODAY, 10)
    );
  });

const soonStay = ({ reservations }: StoredData): Reservation =>
  pick(
    reservations,
    (stay) =>
      isConfirmed(stay) &&
      stay.totalPrice !== null &&
      stay.arrivalDate > dayAfter(TODAY, 1) &&
      stay.arrivalDate < dayAfter(TODAY, 5),
  );

const dollarHouse = ({ listings }: StoredData) =>
  pick(listings, ({ currencyCode }) => currencyCode === "USD");

const spentIn = ({ expenses }: StoredData, listingId: number | null, from: string, to: string) =>
  pickAll(
    expenses,
    ({ expenseDate, listingMapId }) => listingMapId === listingId && expenseDate >= from && expenseDate <= to,
  );

const statementOf = ({ statements }: StoredData, name: string) =>
  pick(statements, ({ statementName }) => statementName === name).id;

const robertsListings = ({ listings }: StoredData) =>
  listings.slice(3, 6).filter(({ currencyCode }) => currencyCode === listings[3]?.currencyCode);

const amountOf = ({ financeField }: Reservation, name: string) =>
  sum(financeField.filter((field) => field.name === name).map(({ total }) => total ?? 0));

/** The rent less what the channel keeps, and of that four fifths. */
function payoutOf(stay: Reservation): number {
  const rent = amountOf(stay, "baseRate");
  const kept =
    stay.channelId === 2018 ? (stay.airbnbListingHostFee ?? 0) : (stay.channelCommissionAmount ?? 0);
  return round(rent - kept - round((rent - kept) * 0.2));
}

/** Bills, statements and refunds: what money comes in and goes out beside the bookings' own. */
export const accounting: readonly Question[] = [
  {
    question: "What did we spend on this house since the beginning of the year?",
    tool: "list_expenses",
    not: ["create_expense"],
    args: (stored) => ({
      property_id: dollarHouse(stored).id,
      from_date: "2027-01-01",
      to_date: TODAY,
      limit: 100,
    }),
    answer: (stored) => {
      const spent = spentIn(stored, dollarHouse(stored).id, "2027-01-01", TODAY);
      const expenses = sum(spent.map(({ amount }) => Math.min(0, amount)));
      return { total: spent.length, sums: [{ currency: "USD", expenses }] };
    },
  },
  {
    question: "The plumber's bill came: record 80 dollars for that house.",
    tool: "create_expense",
    not: ["list_expenses"],
    args: (stored) => ({
      property_id: dollarHouse(stored).id,
      date: TODAY,
      concept: "Plumber",
      amount: 80,
      currency: "USD",
      dry_run: true,
    }),
    answer: (stored) => ({
      dry_run: true,
      after: { property_id: dollarHouse(stored).id, date: TODAY, concept: "Plumber", amount: -80 },
      money: [{ currency: "USD", after: -80 }],
    }),
  },
  {
    question: "And if the bill is in euros?",
    tool: "create_expense",
    args: (stored) => ({
      property_id: dollarHouse(stored).id,
      date: TODAY,
      concept: "Plumber",
      amount: 80,
      currency: "EUR",
      dry_run: true,
    }),
    answer: { error: { code: "invalid_request", message: expect.stringContaining("USD") } },
  },
  {
    question: "Which statements has Robert had?",
    tool: "list_owner_statements",
    not: ["get_owner_statement", "get_financial_report"],
    args: { query: "lindqvist" },
    answer: {
      total: 2,
      statements: [{ name: "Robert Lindqvist, 2027-02" }, { name: "Robert Lindqvist, 2027-01" }],
    },
  },
  {
    question: "What was Robert paid for February, after his expenses?",
    tool: "get_owner_statement",
    not: ["list_owner_statements"],
    args: (stored) => ({ statement_id: statementOf(stored, "Robert Lindqvist, 2027-02") }),
    answer: (stored) => {
      const ids = robertsListings(stored).map(({ id }) => id);
      const stays = pickAll(
        stored.reservations,
        (stay) =>
          isConfirmed(stay) &&
          ids.includes(stay.listingMapId) &&
          stay.departureDate >= "2027-02-01" &&
          stay.departureDate <= "2027-02-28",
      );
      const spent = stored.expenses.filter(
        ({ expenseDate, listingMapId }) =>
          ids.some((id) => id === listingMapId) && expenseDate >= "2027-02-01" && expenseDate <= "2027-02-28",
      );
      const expenses = sum(spent.map(({ amount }) => amount));
      return {
        property_ids: ids,
        expenses_total: expenses,
        grand_total: round(sum(stays.map(payoutOf)) + expenses),
      };
    },
  },
  {
    question: "What does the guest get back who cancels this booking five days ahead?",
    tool: "cancel_booking",
    not: ["update_booking"],
    args: (stored) => ({ booking_id: euroStay(stored).id, cancelled_by: "guest", dry_run: true }),
    answer: (stored) => {
      const { status, totalPrice } = euroStay(stored);
      return {
        before: { status },
        after: { status: "cancelled", cancelled_by: "guest" },
        money: [
          { currency: "EUR", before: totalPrice, after: 0 },
          { currency: "EUR", after: totalPrice },
        ],
        undo: { possible: true },
      };
    },
  },
  {
    question: "And of this one, who would come within the five days?",
    tool: "cancel_booking",
    args: (stored) => ({ booking_id: soonStay(stored).id, cancelled_by: "guest", dry_run: true }),
    answer: (stored) => ({ money: [{ before: soonStay(stored).totalPrice, after: 0 }, { after: 0 }] }),
  },
  {
    question: "Can a booking of Airbnb be set back after it was cancelled?",
    tool: "cancel_booking",
    args: (stored) => ({
      booking_id: pick(stored.reservations, (stay) => stay.channelId === 2018 && stay.status === "new").id,
      cancelled_by: "host",
      dry_run: true,
    }),
    answer: {
      dry_run: true,
      undo: { possible: false, reason: expect.stringMatching(/cannot be set back/) },
    },
  },
  {
    question: "Cancel this one, which was cancelled last week.",
    tool: "cancel_booking",
    args: (stored) => ({
      booking_id: pick(stored.reservations, ({ status }) => status === "cancelled").id,
      cancelled_by: "guest",
      dry_run: true,
    }),
    answer: { error: { code: "conflict" } },
  },
  {
    question: "What did this booking without a price cost?",
    tool: "get_booking_details",
    not: ["get_guest_info"],
    args: (stored) => ({
      booking_id: pick(stored.reservations, (stay) => stay.status === "new" && stay.totalPrice === null).id,
    }),
    answer: expect.not.objectContaining({ total_price: expect.anything() }),
  },
];
