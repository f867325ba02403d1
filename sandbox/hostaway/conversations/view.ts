import type { z } from "zod";
import type { Account } from "#sandbox/hostaway/account.ts";
import { QuerySwitch } from "#sandbox/hostaway/query.ts";
import type { Conversation, Message } from "./conversation.ts";

export const ConversationView = { includeResources: QuerySwitch };

/** With `includeResources` come the latest message and the reservation. */
export function toConversationView(
  account: Account,
  conversation: Conversation,
  wanted: z.output<z.ZodObject<typeof ConversationView>>,
) {
  if (!wanted.includeResources) return conversation;
  return {
    ...conversation,
    conversationMessages: messagesOf(account, conversation.id).filter(isSent).slice(0, 1),
    Reservation: account.reservations.find(conversation.reservationId) ?? null,
  };
}

/** Newest first (assumed: the order is not documented). */
export function messagesOf(account: Account, conversationId: number): Message[] {
  return account.messages
    .all()
    .filter((message) => message.conversationId === conversationId)
    .sort((a, b) => (a.date === b.date ? b.id - a.id : a.date < b.date ? 1 : -1));
}

export const isSent = (message: Message) => message.status === "sent";
