import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { toUntrustedText, UntrustedText } from "#connectors/untrusted.ts";
import { AppError } from "#errors.ts";
import { BookingSummary, toBookingSummary } from "../bookings.ts";
import { orNull } from "../client/reading.ts";
import type { HostawayClient } from "../client.ts";
import { findWaitingSince } from "../conversations.ts";
import { HistoryMessage, toHistoryMessage } from "../history-message.ts";
import { BookingId, ConversationId, Note } from "../input.ts";
import { byTime, walkMessages } from "../messages.ts";
import type { Conversation } from "../schemas/conversation.ts";
import { isArchived, type Listing } from "../schemas/listing.ts";
import type { Reservation } from "../schemas/reservation.ts";

const number = z.number().optional();
const text = z.string().optional();

const GetConversationContextInput = z.object({
  conversation_id: ConversationId.optional().describe("Either this or booking_id"),
  booking_id: BookingId.optional(),
  messages: z.int().min(1).max(50).default(15).describe("How many of the latest messages"),
});

const GetConversationContextOutput = z.object({
  conversation_id: z.number(),
  waiting_since: text.describe("Absent when the guest waits for no answer"),
  booking: BookingSummary.extend({
    guest_language: text,
    adults: number,
    children: number,
    infants: number,
    pets: number,
    check_in_hour: number.describe("Local hour, 0-23"),
    check_out_hour: number,
    guest_note: UntrustedText.optional(),
    special_requests: UntrustedText.optional(),
    host_note: text,
  }).optional(),
  property: z
    .object({
      id: z.number(),
      name: text,
      archived: z.boolean().optional(),
      city: text,
      time_zone: text,
      max_guests: number,
      max_pets: number,
      check_in_from_hour: number,
      check_in_until_hour: number,
      check_out_hour: number,
      house_rules: UntrustedText.optional(),
    })
    .optional(),
  messages: z.array(HistoryMessage).describe("Oldest first"),
  earlier_messages: z.number().describe("Not shown"),
  note: Note,
});

export const getConversationContext = defineTool<HostawayClient>()({
  name: "get_conversation_context",
  title: "Get conversation context",
  access: "read",
  toolset: "messaging",
  description:
    "Gives in one answer what is needed to reply to a guest: the latest messages of the thread, the stay and the basics of the house. " +
    "Take a conversation_id or a booking_id; a booking's most recently active conversation is used. Door codes and passwords are never included. " +
    "For older messages call get_conversation_history; for all about the house call get_property_details.",
  input: GetConversationContextInput,
  output: GetConversationContextOutput,
  async run({ client, input, signal }) {
    const conversation = await findConversation(client, input, signal);
    const { id, listingMapId, reservationId } = conversation;
    const [{ rows, next }, booking, listing] = await Promise.all([
      walkMessages(client, id, signal),
      reservationId === undefined ? null : orNull(client.getReservation(reservationId, signal)),
      listingMapId === undefined ? null : orNull(client.getListing(listingMapId, signal)),
    ]);
    const shown = rows.toSorted(byTime).slice(-input.messages);
    return {
      conversation_id: id,
      waiting_since: findWaitingSince(conversation),
      booking: booking === null ? undefined : toBooking(booking),
      property: listing === null ? undefined : toProperty(listing),
      messages: shown.map(toHistoryMessage),
      earlier_messages: rows.length - shown.length,
      note: next === undefined ? undefined : "The thread is longer than what was read of it.",
    };
  },
});

async function findConversation(
  client: HostawayClient,
  { conversation_id, booking_id }: z.infer<typeof GetConversationContextInput>,
  signal: AbortSignal,
): Promise<Conversation> {
  if (conversation_id !== undefined && booking_id === undefined) {
    return client.messages.getConversation(conversation_id, signal);
  }
  if (booking_id === undefined || conversation_id !== undefined) {
    throw new AppError("invalid_request", "Give either `conversation_id` or `booking_id`, and not both.");
  }
  const conversations = await client.messages.listOfBooking(booking_id, signal);
  const latest = conversations.toSorted((a, b) => (toActivity(a) < toActivity(b) ? 1 : -1))[0];
  if (latest) return latest;
  throw new AppError("not_found", `Booking ${booking_id} has no conversation.`);
}

const toActivity = ({ messageReceivedOn = "", messageSentOn = "" }: Conversation): string =>
  messageReceivedOn > messageSentOn ? messageReceivedOn : messageSentOn;

const toBooking = (booking: Reservation) => ({
  ...toBookingSummary(booking),
  guest_language: booking.guestLocale,
  adults: booking.adults,
  children: booking.children,
  infants: booking.infants,
  pets: booking.pets,
  check_in_hour: booking.checkInTime,
  check_out_hour: booking.checkOutTime,
  guest_note: toUntrustedText(booking.guestNote, 1_000),
  special_requests: toUntrustedText(booking.bookingcomSpecialRequests, 1_000),
  host_note: booking.hostNote,
});

const toProperty = (listing: Listing) => ({
  id: listing.id,
  name: listing.name,
  archived: isArchived(listing) || undefined,
  city: listing.city,
  time_zone: listing.timeZoneName,
  max_guests: listing.personCapacity,
  max_pets: listing.maxPetsAllowed,
  check_in_from_hour: listing.checkInTimeStart,
  check_in_until_hour: listing.checkInTimeEnd,
  check_out_hour: listing.checkOutTime,
  house_rules: toUntrustedText(listing.houseRules, 1_500),
});
