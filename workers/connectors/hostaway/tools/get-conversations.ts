import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import {
  findGuestName,
  findLastMessage,
  findLastMessageAt,
  isWaiting,
  walkConversations,
} from "../conversations.ts";
import { BookingId, Cursor, limitOf, NextCursor, Note, PropertyId, Total } from "../input.ts";
import { MessageText, toMessageText } from "../messages.ts";
import { cutPage, readPosition } from "../page.ts";
import type { Conversation } from "../schemas/conversation.ts";

const PREVIEW_LENGTH = 200;

const GetConversationsOutput = z.object({
  conversations: z.array(
    z.object({
      id: z.number(),
      booking_id: z.number().optional(),
      property_id: z.number().optional(),
      property_name: z.string().optional(),
      guest_name: z.string().optional(),
      last_message_at: z.string().optional(),
      waiting: z.boolean().describe("The guest wrote last"),
      unread: z.boolean(),
      last_message: MessageText.optional(),
    }),
  ),
  total: Total,
  next_cursor: NextCursor,
  note: Note,
});

export const getConversations = defineTool<HostawayClient>()({
  name: "get_conversations",
  title: "Get conversations",
  access: "read",
  toolset: "core",
  description:
    "Lists conversations with guests, the latest first, each with a preview of its last message, whether it is unread and whether the guest waits for an answer. " +
    "Use it for an overview of the inbox or to find a conversation's id. " +
    "To read a whole conversation call get_conversation_history; to find words in messages call search_messages; for who waits longest call list_unanswered_messages.",
  input: z.object({
    unread_only: z.boolean().default(false),
    booking_id: BookingId.optional(),
    property_id: PropertyId.optional(),
    limit: limitOf(20, 50),
    cursor: Cursor,
  }),
  output: GetConversationsOutput,
  async run({ client, input, cursors, signal }) {
    const position = readPosition(cursors, input.cursor);
    const walk = await walkConversations(client, input, position.start, signal);
    const rows = input.unread_only
      ? walk.rows.filter(({ hasUnreadMessages }) => hasUnreadMessages)
      : walk.rows;
    const page = cutPage(
      { rows, next: walk.next },
      {
        cursors,
        position,
        limit: input.limit,
        order: "descending",
        toKey: (conversation) => findLastMessageAt(conversation) ?? "",
      },
    );
    return {
      conversations: page.rows.map(toConversation),
      total: page.total,
      next_cursor: page.nextCursor,
      note:
        walk.next === undefined
          ? undefined
          : "Not all conversations were read; these are the latest of those that were. next_cursor goes on.",
    };
  },
});

function toConversation(
  conversation: Conversation,
): z.input<typeof GetConversationsOutput>["conversations"][number] {
  const lastMessage = findLastMessage(conversation);
  return {
    id: conversation.id,
    booking_id: conversation.reservationId,
    property_id: conversation.listingMapId,
    property_name: conversation.Reservation?.listingName,
    guest_name: findGuestName(conversation),
    last_message_at: findLastMessageAt(conversation),
    waiting: isWaiting(conversation),
    unread: conversation.hasUnreadMessages ?? false,
    last_message: lastMessage && toMessageText(lastMessage, PREVIEW_LENGTH),
  };
}
