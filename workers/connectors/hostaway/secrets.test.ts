import { expect, test } from "vitest";
import { hostaway } from "./connector.ts";
import {
  conversation,
  cursorList,
  fakeUpstream,
  listing,
  message,
  one,
  pagedList,
  reservation,
  runTool,
} from "./fake-upstream.ts";

const secretNames = [
  ...[
    "wifiUsername",
    "wifiPassword",
    "doorSecurityCode",
    "keyPickup",
    "specialInstruction",
    "cleaningInstruction",
  ],
  ...[
    "doorCode",
    "doorCodeVendor",
    "doorCodeInstruction",
    "guestAuthHash",
    "guestPortalUrl",
    "hostProxyEmail",
  ],
  ...["invoicingContactName", "invoicingContactSurName", "invoicingContactPhone1", "invoicingContactPhone2"],
  ...["invoicingContactEmail", "invoicingContactAddress", "invoicingContactCity", "invoicingContactZipcode"],
  ...["contactName", "contactSurName", "contactEmail", "contactPhone1", "contactPhone2", "contactAddress"],
  ...["stripeGuestId", "paymentMethod", "ccNumber", "ccName", "ccExpirationYear", "ccExpirationMonth", "cvc"],
  ...["login", "password", "verificationCode", "icalKey", "hash", "rentalAgreementFileUrl", "hostEmail"],
];
const secrets = {
  ...Object.fromEntries(secretNames.map((name) => [name, `leaked ${name}`])),
  customFieldValues: [{ customFieldId: 1, value: "leaked customFieldValues" }],
};

const house = listing(1, { ...secrets, listingAmenities: [{ amenityId: 1, ...secrets }] });
const booking = reservation(501, {
  ...secrets,
  financeField: [{ name: "baseRate", total: 600, ...secrets }],
});
const letter = message(1, { ...secrets, isIncoming: 1 });
const thread = conversation(1, {
  ...secrets,
  reservationId: 501,
  conversationMessages: [letter],
  Reservation: booking,
});

const table = {
  columns: [
    { name: "listingName", title: "Listing", valueType: "string" },
    { name: "ownerPayout", title: "Owner payout", valueType: "money" },
  ],
  rows: [["(1) House 1", 500]],
  totals: ["Totals", 500],
  currency: "USD",
  ...secrets,
};
const charge = {
  ...secrets,
  id: 1,
  amount: 100,
  currency: "USD",
  status: "failed",
  paymentMethod: "credit_card",
};
const review = {
  ...secrets,
  id: 1,
  type: "guest-to-host",
  rating: 9,
  publicReview: "Lovely",
  listingName: "House 1",
};
const task = {
  ...secrets,
  id: 1,
  title: "Clean the house",
  status: "pending",
  listingMapId: 1,
  categoriesMap: [1],
};
const statement = {
  ...secrets,
  id: 1,
  statementName: "October",
  financeDataJson: table,
  propertyOwnerName: "Olga Owner",
  propertyOwnerEmail: "leaked owner's address",
};

const account = () =>
  fakeUpstream({
    "/listings/1/calendar/priceDetails": one({
      totalPrice: 600,
      components: [{ name: "baseRate", total: 600, ...secrets }],
    }),
    "/conversations/1": one(thread),
    "/messageTemplates": pagedList([{ ...secrets, id: 1, name: "Welcome", message: "Welcome to our house" }]),
    "/finance/report/listingFinancials": one(table),
    "/financeStandardField/reservation/501": one({ id: 1, baseRate: 600, ...secrets }),
    "/financeCalculatedField/reservation/501": pagedList([
      { formulaName: "ownerPayout", formulaResult: 500, ...secrets },
    ]),
    "/ownerStatements": pagedList([statement]),
    "/ownerStatement/1": one(statement),
    "/expenses": pagedList([{ ...secrets, id: 1, listingMapId: 1, concept: "Plumber", amount: -80 }]),
    "/guestPayments/charges": pagedList([charge]),
    "/reviews": pagedList([review]),
    "/reviews/1": one(review),
    "/tasks": pagedList([task]),
    "/tasks/1": one(task),
    "/users": pagedList([
      { ...secrets, id: 1, firstName: "Ada", lastName: "Admin", email: "ada@example.test", userGroupId: 1 },
    ]),
    "/userGroups": pagedList([{ ...secrets, id: 1, name: "Managers" }]),
    "/customFields": pagedList([
      { ...secrets, id: 1, name: "Owner code", objectType: "listing", type: "text" },
    ]),
    "/coupons": pagedList([
      { ...secrets, id: 1, name: "WELCOME10", type: "percentage", amount: 10, isActive: 1 },
    ]),
    "/listings": pagedList([house]),
    "/listings/1": one(house),
    "/listings/1/calendar": pagedList([
      { date: "2026-12-09", isAvailable: 0, reservations: [booking], ...secrets },
      { date: "2026-12-10", isAvailable: 1, note: "leaked note", ...secrets },
      { date: "2026-12-11", isAvailable: 0, ...secrets },
    ]),
    "/reservations": cursorList([booking, reservation(400, { ...secrets, arrivalDate: "2025-12-10" })]),
    "/reservations/501": one(booking),
    "/reservations/501/conversations": pagedList([thread]),
    "/conversations": pagedList([thread]),
    "/conversations/1/messages": pagedList([letter]),
    "/amenities": pagedList([{ id: 1, name: "Pool", ...secrets }]),
    "/bedTypes": pagedList([]),
    "/propertyTypes": pagedList([]),
  });

const stay = { start_date: "2026-12-10", end_date: "2026-12-11" };
const december = { start_date: "2026-12-01", end_date: "2026-12-31" };

const argumentsByTool: Record<string, Record<string, unknown>> = {
  get_properties: {},
  get_property_details: { property_id: 1 },
  check_availability: { property_id: 1, ...stay },
  get_bookings: {},
  get_booking_details: { booking_id: 501 },
  get_guest_info: { booking_id: 501 },
  get_conversations: {},
  search_messages: {},
  get_conversation_history: { booking_id: 501 },
  get_financial_summary: december,
  get_arrivals_departures: { from_date: "2026-12-10" },
  get_in_house_guests: { date: "2026-12-10" },
  search_available_properties: stay,
  get_conversation_context: { conversation_id: 1 },
  get_calendar: { property_id: 1, ...stay },
  get_gap_nights: { property_id: 1, start_date: "2026-12-01", end_date: "2026-12-31" },
  quote_price: { property_id: 1, ...stay, guests: 2 },
  get_occupancy_report: december,
  get_financial_report: december,
  get_revenue_by_channel: december,
  get_reservation_financials: { booking_id: 501 },
  get_owner_statement: { statement_id: 1 },
  get_review: { review_id: 1 },
  get_task: { task_id: 1 },
  get_reference_data: { kind: "amenities" },
};

test.each(hostaway.tools.map((tool) => [tool.name, tool] as const))(
  "%s lets no secret out",
  async (name, tool) => {
    const answer = JSON.stringify(await runTool(tool, account(), argumentsByTool[name] ?? {}));
    expect(answer.length).toBeGreaterThan(50);
    expect(answer).not.toContain("leaked");
  },
);
