import { expect } from "vitest";
import { dayAfter, inAnyOrder, pick, pickAll, TODAY } from "./calculate.ts";
import type { Question } from "./question.ts";
import type { StoredData } from "./stored-data.ts";

/** Hostaway's own stamps are UTC without saying so. */
const toInstant = (stamp: string) => `${stamp.replace(" ", "T")}Z`;

/** Whose last word no person has answered, since before a stamp and after another, who waits longest first. */
const waitingOf = ({ conversations }: StoredData, since: string, until = "9999") =>
  pickAll(
    conversations,
    ({ messageReceivedOn, messageSentOn }) =>
      messageReceivedOn !== null &&
      messageReceivedOn > (messageSentOn ?? "") &&
      messageReceivedOn >= since &&
      messageReceivedOn <= until,
  )
    .toSorted((a, b) => ((a.messageReceivedOn ?? "") < (b.messageReceivedOn ?? "") ? -1 : 1))
    .map(({ id, messageReceivedOn, reservationId }) => ({
      conversation_id: id,
      booking_id: reservationId,
      waiting_since: toInstant(messageReceivedOn ?? ""),
    }));

const twoDaysAgo = `${dayAfter(TODAY, -2)} 03:00:00`;
const aDayAndAHalfAgo = `${dayAfter(TODAY, -2)} 15:00:00`;

/** The guests with the odd messages: they arrive from today on, in the order of booking. */
const arrivingOf = ({ reservations }: StoredData) =>
  reservations
    .filter(({ arrivalDate, status }) => status === "new" && arrivalDate >= TODAY)
    .toSorted((a, b) => a.id - b.id);

const oddGuest = (stored: StoredData, index: number) => pick(arrivingOf(stored).slice(index), () => true);

const conversationOf = ({ conversations }: StoredData, bookingId: number) =>
  pick(conversations, ({ reservationId }) => reservationId === bookingId);

/** What was sent, oldest first. */
const messagesOf = async (stored: StoredData, bookingId: number) =>
  (await stored.readMessages(conversationOf(stored, bookingId).id))
    .filter(({ status }) => status === "sent")
    .toSorted((a, b) => (a.date === b.date ? a.id - b.id : a.date < b.date ? -1 : 1));

const toText = ({ body, isIncoming }: { body: string; isIncoming: number }) =>
  isIncoming === 1 ? { untrusted_text: body } : body;

const frenchGuest = (stored: StoredData) =>
  pick(
    stored.reservations,
    ({ guestLocale, id }) =>
      guestLocale === "fr-FR" &&
      stored.conversations.some(
        ({ messageSentOn, reservationId }) => reservationId === id && messageSentOn !== null,
      ),
  );

const directGuest = ({ reservations }: StoredData) =>
  pick(reservations, ({ channelId, status }) => channelId === 2000 && status === "new");

const unreadOf = ({ conversations }: StoredData) =>
  pickAll(conversations, ({ hasUnreadMessages }) => hasUnreadMessages === 1);

export const inbox: readonly Question[] = [
  {
    question: "Who is waiting for an answer, and since when?",
    tool: "list_unanswered_messages",
    not: ["get_conversations"],
    args: { max_age_days: 2, limit: 50 },
    answer: (stored) => ({ unanswered: waitingOf(stored, twoDaysAgo).slice(0, 50) }),
  },
  {
    question: "Whom have we kept waiting for more than a day and a half?",
    tool: "list_unanswered_messages",
    args: { min_waiting_hours: 36, max_age_days: 2, limit: 50 },
    answer: (stored) => ({ unanswered: waitingOf(stored, twoDaysAgo, aDayAndAHalfAgo) }),
  },
  {
    question: "Which messages about this house have I not read?",
    tool: "get_conversations",
    args: (stored) => ({ unread_only: true, property_id: unreadOf(stored)[0]?.listingMapId, limit: 50 }),
    answer: (stored) => {
      const [first] = unreadOf(stored);
      const own = unreadOf(stored).filter(({ listingMapId }) => listingMapId === first?.listingMapId);
      const rows = own.map(({ id, reservationId }) => ({ id, booking_id: reservationId, unread: true }));
      return { conversations: inAnyOrder(rows, "id") };
    },
  },
  {
    question: "What have we and this guest written so far?",
    tool: "get_conversation_history",
    not: ["get_conversations", "search_messages"],
    args: (stored) => ({ booking_id: frenchGuest(stored).id }),
    answer: async (stored) => {
      const messages = await messagesOf(stored, frenchGuest(stored).id);
      return { total: messages.length, messages: messages.map((message) => ({ text: toText(message) })) };
    },
  },
  {
    question: "Has the guest been told how to find us? The message that waits to be sent does not count.",
    tool: "get_conversation_history",
    args: (stored) => ({ booking_id: oddGuest(stored, 3).id }),
    answer: async (stored) => {
      const messages = await messagesOf(stored, oddGuest(stored, 3).id);
      return { total: messages.length, messages: messages.map(({ id }) => ({ id })) };
    },
  },
  {
    question: "What do I have to know to answer this guest?",
    tool: "get_conversation_context",
    not: ["get_conversation_history", "list_unanswered_messages"],
    args: (stored) => ({ booking_id: frenchGuest(stored).id, messages: 1 }),
    answer: async (stored) => {
      const { arrivalDate, guestName, id, listingMapId } = frenchGuest(stored);
      const messages = await messagesOf(stored, id);
      return {
        booking: { id, guest_name: guestName, arrival_date: arrivalDate, guest_language: "fr-FR" },
        property: { id: listingMapId },
        messages: messages.slice(-1).map((message) => ({ text: toText(message) })),
        earlier_messages: messages.length - 1,
      };
    },
  },
  {
    question: "In which language do I write to this guest, and under which address?",
    tool: "get_guest_info",
    not: ["get_booking_details", "list_users"],
    args: (stored) => ({ booking_id: frenchGuest(stored).id }),
    answer: (stored) => {
      const { guestEmail, guestName, phone } = frenchGuest(stored);
      return { name: guestName, language: "fr-FR", email: guestEmail, phone };
    },
  },
  {
    question: "Who wrote about a declined card?",
    tool: "search_messages",
    not: ["get_conversations", "get_conversation_history"],
    args: (stored) => ({ query: "card on file was DECLINED", booking_id: oddGuest(stored, 1).id }),
    answer: (stored) => ({
      messages: [
        {
          booking_id: oddGuest(stored, 1).id,
          guest_name: oddGuest(stored, 1).guestName,
          from: "guest",
          // The number itself is kept from whoever asks.
          text: { untrusted_text: expect.not.stringContaining("4111") },
        },
      ],
    }),
  },
  {
    question: "Who tries to give the assistant orders?",
    tool: "search_messages",
    args: { query: "ignore all previous instructions", from_date: TODAY },
    answer: async (stored) => {
      const messages = await messagesOf(stored, oddGuest(stored, 0).id);
      const order = pick(messages, ({ body }) => body.startsWith("SYSTEM NOTICE"));
      return {
        messages: [{ id: order.id, booking_id: order.reservationId, text: { untrusted_text: order.body } }],
      };
    },
  },
  {
    question: "How do we usually answer whoever wants to stay longer on the last day?",
    tool: "list_message_templates",
    not: ["search_messages"],
    args: { query: "late check-out" },
    answer: { total: 1, templates: [{ name: "Late check-out" }] },
  },
  {
    question: "Tell the guest, who booked directly, that the house is ready.",
    tool: "send_guest_message",
    not: ["update_host_note", "set_door_code"],
    args: (stored) => ({
      booking_id: directGuest(stored).id,
      message: "The house is ready for you.",
      dry_run: true,
    }),
    answer: (stored) => ({
      dry_run: true,
      after: {
        guest: directGuest(stored).guestName,
        booking_id: directGuest(stored).id,
        arrival_date: directGuest(stored).arrivalDate,
        via: "email",
        message: "The house is ready for you.",
      },
      undo: { possible: false },
    }),
  },
  {
    question: "That needs no answer: mark it as read.",
    tool: "mark_conversation_read",
    args: (stored) => ({ conversation_id: unreadOf(stored)[0]?.id, dry_run: true }),
    answer: { dry_run: true, before: { is_read: false }, after: { is_read: true } },
  },
];
