import { z } from "zod";
import type { HostawayClient } from "./client.ts";
import { findLastMessageAt, walkConversations } from "./conversations.ts";
import { byTime, toSender, toSentAt, walkMessages } from "./messages.ts";
import { Position, sortBehind } from "./page.ts";
import type { Conversation, Message } from "./schemas/conversation.ts";
import { contains } from "./text.ts";

/** Each conversation costs a request, and Hostaway allows about twenty in ten seconds. */
const MAX_CONVERSATIONS = 10;

/** `partly`: the conversation that the page before ended in, and how many of its matches were given. */
export const SearchPosition = Position.extend({
  partly: z.object({ conversation: z.number(), given: z.number() }).optional(),
});
export type SearchPosition = z.infer<typeof SearchPosition>;

export interface MessageQuery {
  query?: string;
  guest_name?: string;
  booking_id?: number;
  property_id?: number;
  from_date?: string;
  to_date?: string;
  direction: "guest" | "host" | "any";
  limit: number;
}

interface SearchOptions {
  position: SearchPosition;
  progress(done: number, total: number): void;
  signal: AbortSignal;
}

interface SearchResult {
  matches: { conversation: Conversation; message: Message }[];
  searched: number;
  /** Conversations longer than what is read of one. */
  cut: number;
  next?: SearchPosition;
}

/**
 * Goes through conversations, the latest first. One that gets a message between two calls moves to the front,
 * where the calls that follow do not look again.
 */
export async function searchMessages(
  client: HostawayClient,
  query: MessageQuery,
  { position, progress, signal }: SearchOptions,
): Promise<SearchResult> {
  const { start, partly } = position;
  const walk = await walkConversations(client, query, start, signal);
  const candidates = sortBehind(
    position.after,
    walk.rows.filter((conversation) => mayHold(conversation, query)),
    { order: "descending", toKey: (conversation) => findLastMessageAt(conversation) ?? "" },
  );
  const batch = candidates.slice(0, MAX_CONVERSATIONS);

  const result: SearchResult = { matches: [], searched: 0, cut: 0 };
  let { after } = position;
  for (const { row: conversation, place } of batch) {
    if (result.matches.length === query.limit) break;
    const { rows, next } = await walkMessages(client, conversation.id, signal);
    const found = rows.filter((message) => matches(message, query)).toSorted(byTime);
    const before = partly?.conversation === conversation.id ? partly.given : 0;
    const given = before + query.limit - result.matches.length;
    result.matches.push(...found.slice(before, given).map((message) => ({ conversation, message })));
    result.searched++;
    if (next !== undefined) result.cut++;
    progress(result.searched, batch.length);
    if (given < found.length) {
      return { ...result, next: { start, after, partly: { conversation: conversation.id, given } } };
    }
    after = place;
  }
  if (candidates.length > result.searched) return { ...result, next: { start, after } };
  return walk.next === undefined ? result : { ...result, next: { start: walk.next } };
}

const mayHold = (conversation: Conversation, { from_date = "" }: MessageQuery): boolean =>
  (findLastMessageAt(conversation) ?? from_date) >= from_date;

function matches(message: Message, { query, direction, from_date, to_date }: MessageQuery): boolean {
  const day = toSentAt(message)?.slice(0, 10) ?? "";
  const isFromGuest = toSender(message) === "guest";
  return (
    (query === undefined || contains(message.body, query)) &&
    (direction === "any" || isFromGuest === (direction === "guest")) &&
    (from_date === undefined || day >= from_date) &&
    (to_date === undefined || day <= to_date)
  );
}
