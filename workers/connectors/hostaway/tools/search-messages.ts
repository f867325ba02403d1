import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { findGuestName } from "../conversations.ts";
import { assertOrdered, CalendarDate } from "../dates.ts";
import { BookingId, Cursor, limitOf, NextCursor, Note, PropertyId } from "../input.ts";
import { SearchPosition, searchMessages as search } from "../message-search.ts";
import { MessageText, Sender, toMessageChannel, toMessageText, toSender, toSentAt } from "../messages.ts";

const MAX_TEXT = 1_000;

export const searchMessages = defineTool<HostawayClient>()({
  name: "search_messages",
  title: "Search messages",
  access: "read",
  toolset: "messaging",
  description:
    "Finds messages that contain a text, across conversations or within those of a guest, a booking or a property; upper case and accents do not matter. " +
    "Hostaway cannot search, so each call reads the messages of up to 10 conversations, those with the latest messages first: searched_conversations says how many, and next_cursor goes on with the others. " +
    "No match in one call therefore does not mean there is none: while next_cursor is there, go on or narrow the search. " +
    "To read one whole thread call get_conversation_history; for who is waiting for an answer call list_unanswered_messages; for texts to answer with call list_message_templates.",
  input: z.object({
    query: z.string().min(2).optional().describe("Words as written, not a pattern"),
    guest_name: z.string().min(1).optional().describe("Part of the guest's name"),
    booking_id: BookingId.optional(),
    property_id: PropertyId.optional(),
    from_date: CalendarDate.optional().describe("Sent on or after, UTC"),
    to_date: CalendarDate.optional().describe("Sent on or before, UTC"),
    direction: z
      .enum(["guest", "host", "any"])
      .default("any")
      .describe("Who wrote; host includes automatic ones"),
    limit: limitOf(20, 50),
    cursor: Cursor,
  }),
  output: z.object({
    messages: z.array(
      z.object({
        id: z.number(),
        conversation_id: z.number(),
        booking_id: z.number().optional(),
        guest_name: z.string().optional(),
        sent_at: z.string().optional(),
        from: Sender,
        channel: z.enum(["email", "sms", "platform"]),
        text: MessageText.optional(),
      }),
    ),
    searched_conversations: z.number(),
    next_cursor: NextCursor,
    note: Note,
  }),
  async run({ client, input, cursors, progress, signal }) {
    assertOrdered(input, "from_date", "to_date");
    const position = input.cursor === undefined ? {} : cursors.read(input.cursor, SearchPosition);
    const { matches, searched, cut, next } = await search(client, input, { position, progress, signal });
    return {
      messages: matches.map(({ conversation, message }) => ({
        id: message.id,
        conversation_id: conversation.id,
        booking_id: conversation.reservationId,
        guest_name: findGuestName(conversation),
        sent_at: toSentAt(message),
        from: toSender(message),
        channel: toMessageChannel(message),
        text: toMessageText(message, MAX_TEXT),
      })),
      searched_conversations: searched,
      next_cursor: next && cursors.write(next),
      note: toNote(cut, next !== undefined),
    };
  },
});

function toNote(cut: number, hasMore: boolean): string | undefined {
  const sentences = [
    hasMore && "More conversations are left to search: pass next_cursor.",
    cut > 0 && `${cut} very long conversations were read only in part.`,
  ];
  return sentences.filter(Boolean).join(" ") || undefined;
}
