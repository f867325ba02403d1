import { expect } from "vitest";
import { inAnyOrder, isArchived, isConfirmed, pick, pickAll, TODAY } from "./calculate.ts";
import type { Question } from "./question.ts";
import type { StoredData } from "./stored-data.ts";

const archivedHouse = ({ listings }: StoredData) => pick(listings, isArchived);

/** Somebody who has been here before, under the same address. */
const returningGuest = ({ reservations }: StoredData) =>
  pick(
    reservations,
    (stay) => isConfirmed(stay) && stay.arrivalDate > TODAY && earlierStays(reservations, stay).length > 0,
  );

type Stay = StoredData["reservations"][number];

const earlierStays = (reservations: readonly Stay[], { arrivalDate, guestEmail, id }: Stay) =>
  reservations.filter(
    (stay) =>
      isConfirmed(stay) &&
      stay.id !== id &&
      stay.guestEmail === guestEmail &&
      stay.departureDate <= arrivalDate,
  );

const notedStay = ({ reservations }: StoredData) =>
  pick(reservations, ({ hostNote, status }) => status === "ownerStay" && hostNote !== null);

const directStay = ({ reservations }: StoredData) =>
  pick(
    reservations,
    ({ arrivalDate, channelId, nights, numberOfGuests, status }) =>
      status === "new" &&
      channelId === 2000 &&
      arrivalDate > TODAY &&
      nights > 1 &&
      (numberOfGuests ?? 0) > 1,
  );

export const admin: readonly Question[] = [
  {
    question: "How many homes do we let?",
    tool: "get_properties",
    not: ["search_available_properties"],
    args: {},
    answer: ({ listings }) => ({ total: listings.filter((listing) => !isArchived(listing)).length }),
  },
  {
    question: "And how many with those that we gave up?",
    tool: "get_properties",
    args: { include_archived: true },
    answer: { total: 124 },
  },
  {
    question: "Which homes do we have in Japan?",
    tool: "get_properties",
    args: { country: "JP", limit: 50 },
    answer: ({ listings }) => {
      const japanese = pickAll(listings, (listing) => listing.countryCode === "JP" && !isArchived(listing));
      const rows = japanese.map(({ id, name, price }) => ({
        id,
        name,
        ...(price !== null && { price_per_night: price }),
        currency: "JPY",
      }));
      return { total: japanese.length, properties: inAnyOrder(rows, "id") };
    },
  },
  {
    question: "Rename the house that we gave up.",
    tool: "update_listing",
    args: (stored) => ({ property_id: archivedHouse(stored).id, name: "Old house", dry_run: true }),
    answer: { error: { code: "invalid_request", message: expect.stringContaining("archived") } },
  },
  {
    question: "Who cancelled a stay of this month?",
    tool: "get_bookings",
    not: ["get_booking_details", "get_arrivals_departures"],
    args: { status: ["cancelled"], arrival_from: "2027-03-01", arrival_to: "2027-03-31", limit: 50 },
    answer: ({ reservations }) => {
      const cancelled = pickAll(
        reservations,
        ({ arrivalDate, status }) =>
          ["cancelled", "declined", "expired"].includes(status) && arrivalDate.startsWith("2027-03"),
      );
      const rows = cancelled.map(({ guestName, id, status }) => ({ id, guest_name: guestName, status }));
      return { total: cancelled.length, bookings: inAnyOrder(rows, "id") };
    },
  },
  {
    question: "Find the booking of this guest.",
    tool: "get_bookings",
    not: ["get_guest_info", "list_guest_charges"],
    args: (stored) => ({ guest_name: returningGuest(stored).guestName, arrival_from: TODAY, limit: 50 }),
    answer: (stored) => ({
      bookings: expect.arrayContaining([expect.objectContaining({ id: returningGuest(stored).id })]),
    }),
  },
  {
    question: "Has this guest stayed with us before?",
    tool: "get_guest_info",
    not: ["get_booking_details"],
    args: (stored) => ({ booking_id: returningGuest(stored).id }),
    answer: (stored) => {
      const guest = returningGuest(stored);
      const earlier = earlierStays(stored.reservations, guest);
      return {
        previous_stays: inAnyOrder(
          earlier.map(({ id }) => ({ booking_id: id })),
          "booking_id",
        ),
      };
    },
  },
  {
    question: "On what terms can this guest cancel?",
    tool: "get_booking_details",
    args: (stored) => ({ booking_id: directStay(stored).id }),
    answer: {
      cancellation_policy: "Moderate",
      cancellation_refunds: [{ refund: 100, refund_type: "percentage", hours_before: 120, event: "arrival" }],
    },
  },
  {
    question: "One guest fewer will come: change the booking.",
    tool: "update_booking",
    not: ["cancel_booking"],
    args: (stored) => ({
      booking_id: directStay(stored).id,
      guests: (directStay(stored).numberOfGuests ?? 0) - 1,
      dry_run: true,
    }),
    answer: (stored) => {
      const { numberOfGuests } = directStay(stored);
      return { before: { guests: numberOfGuests }, after: { guests: (numberOfGuests ?? 0) - 1 }, money: [] };
    },
  },
  {
    question: "Book the house for a friend while this guest is in it.",
    tool: "create_booking",
    args: (stored) => {
      const { arrivalDate, departureDate, listingMapId } = directStay(stored);
      return {
        property_id: listingMapId,
        arrival_date: arrivalDate,
        departure_date: departureDate,
        guests: 1,
        guest_name: "Ann Example",
        dry_run: true,
      };
    },
    answer: { error: { code: "conflict" } },
  },
  {
    question: "Add to the owner's booking that the dog comes too.",
    tool: "update_host_note",
    not: ["update_booking", "send_guest_message"],
    args: (stored) => ({ booking_id: notedStay(stored).id, note: "The dog comes too.", dry_run: true }),
    answer: {
      before: { host_note: "Owner's own stay." },
      after: { host_note: "Owner's own stay.\nThe dog comes too." },
    },
  },
  {
    question: "Whom can I give a cleaning to?",
    tool: "list_users",
    not: ["create_task", "get_task", "get_reference_data"],
    args: {},
    answer: ({ users }) => ({
      total: 10,
      users: inAnyOrder(
        users.map(({ firstName, id, lastName }) => ({ id, name: `${firstName} ${lastName}` })),
        "id",
      ),
    }),
  },
  {
    question: "Which coupons can guests use today?",
    tool: "list_coupons",
    args: {},
    // SUMMER15 is expired, FIRST25 used up and STAFF40 switched off.
    answer: {
      total: 2,
      coupons: [
        { name: "RETURN50", amount: 50, uses_left: 13 },
        { name: "WELCOME10", amount: 10 },
      ],
    },
  },
  {
    question: "Where do we note why somebody travels?",
    tool: "list_custom_fields",
    not: ["get_reference_data"],
    args: { of: "booking" },
    answer: {
      custom_fields: [{ name: "Reason for travel", possible_values: ["Leisure", "Business", "Family"] }],
    },
  },
  {
    question: "Which kinds of tasks are there?",
    tool: "get_reference_data",
    not: ["list_custom_fields"],
    args: { kind: "task_categories" },
    answer: {
      total: 6,
      entries: inAnyOrder(
        ["cleaning", "maintenance", "check_in", "check_out", "back_office", "other"].map((name) => ({
          name,
        })),
        "name",
      ),
    },
  },
  {
    question: "Which Hostaway account is this, and does the connection work?",
    tool: "get_connection_status",
    args: {},
    answer: ({ accountId }) => ({ connections: [{ account: accountId, state: "working" }] }),
  },
  {
    question: "What has the assistant changed so far? So far, everything was only asked beforehand.",
    tool: "list_changes",
    not: ["get_job_status", "undo_change"],
    args: {},
    answer: { changes: [] },
  },
];
