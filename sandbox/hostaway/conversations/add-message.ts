import type { Account } from "#sandbox/hostaway/account.ts";
import { toStamp } from "#sandbox/hostaway/dates.ts";
import { type Conversation, Message } from "./conversation.ts";

interface NewMessage {
  account: Account;
  conversation: Conversation;
  body: string;
  communicationType: Message["communicationType"];
  isIncoming: 0 | 1;
  at: number;
}

/** Appends a sent message and moves the conversation's marks; an answer marks the conversation read (assumed). */
export function addMessage({ account, conversation, ...given }: NewMessage): Message {
  const message = account.messages.put(toMessage({ ...given, conversation, id: account.messages.nextId() }));
  account.conversations.put(
    message.isIncoming
      ? { ...conversation, messageReceivedOn: message.date, hasUnreadMessages: 1 }
      : { ...conversation, messageSentOn: message.date, hasUnreadMessages: 0 },
  );
  return message;
}

export function toMessage({
  id,
  conversation,
  body,
  communicationType,
  isIncoming,
  at,
}: Omit<NewMessage, "account"> & { id: number }): Message {
  const stamp = toStamp(at);
  return Message.parse({
    id,
    accountId: conversation.accountId,
    listingMapId: conversation.listingMapId,
    reservationId: conversation.reservationId,
    conversationId: conversation.id,
    body,
    communicationType,
    status: "sent",
    isIncoming,
    isSeen: isIncoming ? 0 : null,
    sentUsingHostaway: isIncoming ? 0 : 1,
    hash: `${conversation.id}-${id}-${at.toString(36)}`,
    date: stamp,
    sentChannelDate: stamp,
    insertedOn: stamp,
    updatedOn: stamp,
  });
}
