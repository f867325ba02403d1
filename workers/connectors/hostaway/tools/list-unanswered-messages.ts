import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { findGuestName, findLastMessage, findWaitingSince, walkConversations } from "../conversations.ts";
import { Cursor, limitOf, NextCursor, Note, PropertyId, Total } from "../input.ts";
import { MessageText, toMessageText } from "../messages.ts";
import { cutPage, readPosition } from "../page.ts";
import type { Conversation } from "../schemas/conversation.ts";

const HOUR = 3_600_000;
const PREVIEW_LENGTH = 300;

const ListUnansweredMessagesOutput = z.object({
  unanswered: z.array(
    z.object({
      conversation_id: z.number(),
      booking_id: z.number().optional(),
      booking_status: z.string().optional(),
      property_id: z.number().optional(),
      property_name: z.string().optional(),
      guest_name: z.string().optional(),
      arrival_date: z.string().optional(),
      waiting_since: z.string().describe("When the guest's latest message came"),
      waiting_hours: z.number(),
      unread: z.boolean(),
      last_message: MessageText.optional(),
    }),
  ),
  total: Total,
  next_cursor: NextCursor,
  note: Note,
});

export const listUnansweredMessages = defineTool<HostawayClient>()({
  name: "list_unanswered_messages",
  title: "List unanswered messages",
  access: "read",
  toolset: "messaging",
  description:
    "Lists the guests who wrote last and have no answer yet, who waits longest first, with how many hours they wait. Automatic messages count as no answer. " +
    "Conversations silent for more than max_age_days are left out: most of those end with a thank-you. " +
    "Before answering call get_conversation_context. For the whole inbox call get_conversations.",
  input: z.object({
    property_id: PropertyId.optional(),
    min_waiting_hours: z
      .number()
      .min(0)
      .default(0)
      .describe("Only those who wait this long, to check a promise"),
    max_age_days: z.int().min(1).max(365).default(30),
    limit: limitOf(20, 50),
    cursor: Cursor,
  }),
  output: ListUnansweredMessagesOutput,
  async run({ client, input, cursors, now, signal }) {
    const position = readPosition(cursors, input.cursor);
    const walk = await walkConversations(client, input, position.start, signal);
    const rows = walk.rows.filter((conversation) => {
      const hours = toWaitingHours(conversation, now);
      return hours !== undefined && hours >= input.min_waiting_hours && hours <= input.max_age_days * 24;
    });
    const page = cutPage(
      { rows, next: walk.next },
      {
        cursors,
        position,
        limit: input.limit,
        toKey: (conversation) => findWaitingSince(conversation) ?? "",
      },
    );
    return {
      unanswered: page.rows.map((conversation) => toUnanswered(conversation, now)),
      total: page.total,
      next_cursor: page.nextCursor,
      note:
        walk.next === undefined
          ? undefined
          : "Not all conversations were read; these wait longest of those that were. next_cursor goes on.",
    };
  },
});

function toWaitingHours(conversation: Conversation, now: number): number | undefined {
  const since = findWaitingSince(conversation);
  return since === undefined ? undefined : Math.max(0, (now - Date.parse(since)) / HOUR);
}

function toUnanswered(
  conversation: Conversation,
  now: number,
): z.input<typeof ListUnansweredMessagesOutput>["unanswered"][number] {
  const lastMessage = findLastMessage(conversation);
  return {
    conversation_id: conversation.id,
    booking_id: conversation.reservationId,
    booking_status: conversation.Reservation?.status,
    property_id: conversation.listingMapId,
    property_name: conversation.Reservation?.listingName,
    guest_name: findGuestName(conversation),
    arrival_date: conversation.Reservation?.arrivalDate,
    waiting_since: findWaitingSince(conversation) ?? "",
    waiting_hours: Math.round((toWaitingHours(conversation, now) ?? 0) * 10) / 10,
    unread: conversation.hasUnreadMessages ?? false,
    last_message: lastMessage && toMessageText(lastMessage, PREVIEW_LENGTH),
  };
}
