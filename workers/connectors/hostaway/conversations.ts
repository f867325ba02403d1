import type { HostawayClient } from "./client.ts";
import { latest } from "./dates.ts";
import { byTime, toSender, toSentAt } from "./messages.ts";
import type { Conversation, Message } from "./schemas/conversation.ts";
import { contains, toGuestName } from "./text.ts";
import { type Walk, walkByOffset } from "./walk.ts";

const MAX_PAGES = 5;

/** Upstream has no filter but the booking. */
export interface ConversationFilter {
  booking_id?: number;
  property_id?: number;
  guest_name?: string;
}

export async function walkConversations(
  client: HostawayClient,
  filter: ConversationFilter,
  start: number | undefined,
  signal: AbortSignal,
): Promise<Walk<Conversation>> {
  const { booking_id, property_id, guest_name } = filter;
  const walk = await walkByOffset(
    (limit, offset) => client.getConversations({ limit, offset, reservationId: booking_id }, signal),
    { start, maxPages: MAX_PAGES },
  );
  const rows = walk.rows.filter(
    (row) =>
      (booking_id === undefined || row.reservationId === booking_id) &&
      (property_id === undefined || row.listingMapId === property_id) &&
      (guest_name === undefined || contains(findGuestName(row), guest_name)),
  );
  return { ...walk, rows };
}

export const findGuestName = ({ Reservation, recipientName }: Conversation): string | undefined =>
  toGuestName(Reservation?.guestName ?? recipientName);

export const findLastMessage = ({ conversationMessages }: Conversation): Message | undefined =>
  conversationMessages.toSorted(byTime).at(-1);

export function findLastMessageAt(conversation: Conversation): string | undefined {
  const { messageSentOn, messageReceivedOn } = conversation;
  const last = findLastMessage(conversation);
  return latest(latest(messageSentOn, messageReceivedOn), last && toSentAt(last));
}

/** Whether the guest wrote last. An automatic message is no answer, so behind one the two times decide. */
export function isWaiting(conversation: Conversation): boolean {
  const last = findLastMessage(conversation);
  const sender = last && toSender(last);
  if (sender && sender !== "system") return sender === "guest";
  return (conversation.messageReceivedOn ?? "") > (conversation.messageSentOn ?? "");
}

/** When the latest message of a guest who waits came in; undefined when nobody waits. */
export function findWaitingSince(conversation: Conversation): string | undefined {
  if (!isWaiting(conversation)) return undefined;
  const last = findLastMessage(conversation);
  const isFromGuest = last && toSender(last) === "guest";
  return latest(conversation.messageReceivedOn, isFromGuest ? toSentAt(last) : undefined);
}
