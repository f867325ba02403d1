import { expect } from "vitest";
import { dayAfter, inAnyOrder, isConfirmed, pick, pickAll, round, sum, TODAY } from "./calculate.ts";
import {
  confirmedIn,
  currencyOf,
  earningsOf,
  FEBRUARY,
  MARCH,
  nightsIn,
  type Period,
  revenueIn,
} from "./earnings.ts";
import type { Question } from "./question.ts";
import type { Reservation, StoredData } from "./stored-data.ts";

function summaryOf(stored: StoredData, period: Period) {
  const stays = confirmedIn(stored, period);
  return {
    bookings: stays.length,
    bookings_without_price: stays.filter(({ totalPrice }) => totalPrice === null).length,
    earnings: inAnyOrder(earningsOf(stored, stays, period), "currency"),
  };
}

const arrivedIn = (stored: StoredData, { end_date, start_date }: Period) =>
  pickAll(
    stored.reservations,
    (stay) => isConfirmed(stay) && stay.arrivalDate >= start_date && stay.arrivalDate <= end_date,
  );

const itemOf = ({ financeField }: Reservation, name: string) =>
  sum(financeField.filter((field) => field.name === name).map(({ total }) => total ?? 0));

const airbnbStay = ({ reservations }: StoredData) =>
  pick(
    reservations,
    (stay) => stay.channelId === 2018 && stay.status === "modified" && stay.totalPrice !== null,
  );

const debtor = ({ charges, reservations }: StoredData) =>
  pick(reservations, ({ id }) =>
    charges.some(({ reservationId, status }) => reservationId === id && status === "failed"),
  );

const pennilessStay = ({ reservations }: StoredData) =>
  pick(reservations, (stay) => stay.status === "new" && stay.currency === null && stay.totalPrice === null);

export const money: readonly Question[] = [
  ...[
    { question: "What do we earn this month, in each currency?", period: MARCH },
    { question: "And what was it last month?", period: FEBRUARY },
  ].map(({ period, question }) => ({
    question,
    tool: "get_financial_summary",
    not: ["get_bookings"],
    args: period,
    answer: (stored: StoredData) => summaryOf(stored, period),
  })),
  {
    question: "How many of the bookings of late September have no price, so that the sum lacks them?",
    tool: "get_financial_summary",
    args: (stored) => {
      const { arrivalDate, departureDate } = pennilessStay(stored);
      return { start_date: arrivalDate, end_date: departureDate };
    },
    answer: (stored) => {
      const { arrivalDate, departureDate } = pennilessStay(stored);
      return summaryOf(stored, { start_date: arrivalDate, end_date: departureDate });
    },
  },
  {
    question: "What did this house earn in February?",
    tool: "get_financial_summary",
    args: (stored) => ({ ...FEBRUARY, property_id: confirmedIn(stored, FEBRUARY)[0]?.listingMapId }),
    answer: (stored) => {
      const [first] = confirmedIn(stored, FEBRUARY);
      const own = confirmedIn(stored, FEBRUARY).filter(
        ({ listingMapId }) => listingMapId === first?.listingMapId,
      );
      return { bookings: own.length, earnings: inAnyOrder(earningsOf(stored, own, FEBRUARY), "currency") };
    },
  },
  {
    question: "What is the whole worth of the bookings that arrive this month?",
    tool: "get_financial_summary",
    args: { ...MARCH, basis: "arrival" },
    answer: (stored) => {
      const arriving = arrivedIn(stored, MARCH);
      const groups = Map.groupBy(arriving, (stay) => currencyOf(stored, stay));
      const earnings = [...groups].map(([currency, own]) => ({
        currency,
        bookings: own.length,
        revenue: sum(own.map(({ totalPrice }) => totalPrice ?? 0)),
      }));
      return { bookings: arriving.length, earnings: inAnyOrder(earnings, "currency") };
    },
  },
  {
    question: "What was booked in the last seven days?",
    tool: "get_financial_summary",
    args: { start_date: dayAfter(TODAY, -6), end_date: TODAY, basis: "booked" },
    answer: (stored) => {
      const booked = pickAll(
        stored.reservations,
        (stay) => isConfirmed(stay) && stay.reservationDate.slice(0, 10) >= dayAfter(TODAY, -6),
      );
      return {
        bookings: booked.length,
        nights: booked.map(({ nights }) => nights).reduce((a, b) => a + b, 0),
      };
    },
  },
  {
    question: "Which part of this month's dollars comes through Airbnb, and what does Booking.com keep?",
    tool: "get_revenue_by_channel",
    not: ["get_financial_summary", "get_occupancy_report"],
    args: MARCH,
    answer: (stored) => {
      const dollars = confirmedIn(stored, MARCH).filter(
        (stay) => stay.totalPrice !== null && currencyOf(stored, stay) === "USD",
      );
      const through = (channelId: number) => dollars.filter((stay) => stay.channelId === channelId);
      const all = dollars.map((stay) => revenueIn(stay, MARCH)).reduce((a, b) => a + b, 0);
      const airbnb = through(2018)
        .map((stay) => revenueIn(stay, MARCH))
        .reduce((a, b) => a + b, 0);
      const kept = through(2005).map(
        (stay) => ((stay.channelCommissionAmount ?? 0) * nightsIn(stay, MARCH)) / stay.nights,
      );
      return {
        channels: expect.arrayContaining([
          expect.objectContaining({
            channel: "airbnb",
            currency: "USD",
            bookings: through(2018).length,
            share_percent: Math.round((airbnb / all) * 1_000) / 10,
          }),
          expect.objectContaining({ channel: "booking", currency: "USD", commission: sum(kept) }),
        ]),
      };
    },
  },
  {
    question: "How much did we collect for cleaning and taxes from those who arrived in February?",
    tool: "get_financial_report",
    not: ["get_reservation_financials", "get_occupancy_report", "list_owner_statements"],
    args: { ...FEBRUARY, date_type: "arrival" },
    answer: (stored) => {
      const groups = Map.groupBy(arrivedIn(stored, FEBRUARY), (stay) => currencyOf(stored, stay));
      const totals = [...groups].map(([currency, own]) => ({
        currency,
        amounts: {
          cleaningFeeValue: sum(own.map((stay) => itemOf(stay, "cleaningFee"))),
          hotelTax: sum(own.map((stay) => itemOf(stay, "hotelTax"))),
        },
      }));
      return { totals: inAnyOrder(totals, "currency") };
    },
  },
  {
    question: "Why is the owner's payout of this Airbnb booking so much lower than the price?",
    tool: "get_reservation_financials",
    not: ["get_financial_report", "list_guest_charges"],
    args: (stored) => ({ booking_id: airbnbStay(stored).id }),
    answer: (stored) => {
      const stay = airbnbStay(stored);
      const fee = round((stay.totalPrice ?? 0) * 0.03);
      // Airbnb keeps 3 %, and the manager a fifth of what is left of the rent; the guest pays cleaning and tax on top.
      const left = itemOf(stay, "baseRate") - fee;
      const payout = round(left - round(left * 0.2));
      return {
        total_price: stay.totalPrice,
        amounts: { baseRate: itemOf(stay, "baseRate"), hostChannelFee: fee },
        formulas: expect.arrayContaining([expect.objectContaining({ name: "ownerPayout", amount: payout })]),
      };
    },
  },
  {
    question: "Which payments of guests are still open, and how much is that?",
    tool: "list_guest_charges",
    not: ["get_reservation_financials"],
    args: { limit: 100 },
    answer: ({ charges }) => {
      const open = pickAll(charges, ({ status }) => ["awaiting", "failed"].includes(status));
      const sums = [...Map.groupBy(open, ({ currency }) => currency)].map(([currency, own]) => ({
        currency,
        amount: sum(own.map(({ amount }) => amount)),
      }));
      const rows = open.map(({ amount, id, status }) => ({ id, amount, status }));
      return { total: open.length, charges: inAnyOrder(rows, "id"), sums: inAnyOrder(sums, "currency") };
    },
  },
  {
    question: "What does this guest owe, whose payment failed?",
    tool: "get_reservation_financials",
    args: (stored) => ({ booking_id: debtor(stored).id }),
    answer: (stored) => ({ is_paid: false, remaining_balance: round((debtor(stored).totalPrice ?? 0) / 2) }),
  },
];
