import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { AppError } from "#errors.ts";
import type { HostawayClient } from "../client.ts";
import { HistoryMessage, toHistoryMessage } from "../history-message.ts";
import { BookingId, Cursor, limitOf, NextCursor, Note, Total } from "../input.ts";
import { toMessageChannel, toSentAt, walkMessages } from "../messages.ts";
import { cutPage, readPosition } from "../page.ts";

const GetConversationHistoryInput = z.object({
  conversation_id: z.int().positive().optional().describe("Either this or booking_id"),
  booking_id: BookingId.optional(),
  limit: limitOf(50, 100),
  cursor: Cursor,
});

const GetConversationHistoryOutput = z.object({
  conversation_ids: z.array(z.number()),
  messages: z.array(HistoryMessage),
  channels_used: z.array(z.string()).describe("In the whole conversation"),
  total: Total,
  next_cursor: NextCursor,
  note: Note,
});

export const getConversationHistory = defineTool<HostawayClient>()({
  name: "get_conversation_history",
  title: "Get conversation history",
  access: "read",
  toolset: "core",
  description:
    "Reads the messages exchanged with one guest, oldest first, with sender, time and channel. Take either a conversation_id or a booking_id; a booking's conversations are merged. " +
    "Messages from `system` were sent automatically for the host. Scheduled messages that have not been sent are left out. " +
    "Use it before summarising a thread or drafting an answer. To see the latest messages of a long thread follow next_cursor to the end. " +
    "For one answer with the stay and the house in view call get_conversation_context. To find a conversation call get_conversations; to search many at once call search_messages.",
  input: GetConversationHistoryInput,
  output: GetConversationHistoryOutput,
  async run({ client, input, cursors, signal }) {
    const position = readPosition(cursors, input.cursor);
    const ids = await findConversationIds(client, input, signal);
    const walks = await Promise.all(ids.map((id) => walkMessages(client, id, signal)));
    const messages = walks.flatMap(({ rows }) => rows);
    const isCut = walks.some(({ next }) => next !== undefined);
    const page = cutPage(
      { rows: messages },
      { cursors, position, limit: input.limit, toKey: (message) => toSentAt(message) ?? "" },
    );
    return {
      conversation_ids: ids,
      messages: page.rows.map(toHistoryMessage),
      channels_used: [...new Set(messages.map(toMessageChannel))],
      total: isCut ? undefined : page.total,
      next_cursor: page.nextCursor,
      note: isCut ? `Only ${messages.length} messages were read; there are more.` : undefined,
    };
  },
});

async function findConversationIds(
  client: HostawayClient,
  { conversation_id, booking_id }: z.infer<typeof GetConversationHistoryInput>,
  signal: AbortSignal,
): Promise<number[]> {
  if (conversation_id !== undefined && booking_id === undefined) return [conversation_id];
  if (booking_id !== undefined && conversation_id === undefined) {
    return (await client.getReservationConversations(booking_id, signal)).map(({ id }) => id);
  }
  throw new AppError("invalid_request", "Give either `conversation_id` or `booking_id`, and not both.");
}
