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

const account = () =>
  fakeUpstream({
    "/listings": pagedList([house]),
    "/listings/1": one(house),
    "/listings/1/calendar": pagedList([
      { date: "2026-12-10", isAvailable: 1, reservations: [booking], ...secrets },
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

const argumentsByTool: Record<string, Record<string, unknown>> = {
  get_properties: {},
  get_property_details: { property_id: 1 },
  check_availability: { property_id: 1, start_date: "2026-12-10", end_date: "2026-12-11" },
  get_bookings: {},
  get_booking_details: { booking_id: 501 },
  get_guest_info: { booking_id: 501 },
  get_conversations: {},
  search_messages: {},
  get_conversation_history: { booking_id: 501 },
  get_financial_summary: { start_date: "2026-12-01", end_date: "2026-12-31" },
};

test.each(hostaway.tools.map((tool) => [tool.name, tool] as const))(
  "%s lets no secret out",
  async (name, tool) => {
    const answer = JSON.stringify(await runTool(tool, account(), argumentsByTool[name] ?? {}));
    expect(answer.length).toBeGreaterThan(100);
    expect(answer).not.toContain("leaked");
  },
);
