import { z } from "zod";
import { answerOf, pageOf, parserOf } from "./envelope.ts";
import { date, flag, id, list, number, text, time } from "./fields.ts";

export const Message = z.object({
  id,
  body: text,
  communicationType: text,
  communicationId: number,
  communicationEvent: text,
  originatedBy: text,
  status: text,
  isIncoming: flag,
  isSeen: flag,
  date: time,
  insertedOn: time,
  attachments: list(z.unknown()),
});
export type Message = z.infer<typeof Message>;

export const Conversation = z.object({
  id,
  listingMapId: number,
  reservationId: number,
  recipientName: text,
  hasUnreadMessages: flag,
  messageSentOn: time,
  messageReceivedOn: time,
  conversationMessages: list(Message),
  Reservation: z
    .object({ guestName: text, listingName: text, status: text, arrivalDate: date, departureDate: date })
    .optional()
    .catch(undefined),
});
export type Conversation = z.infer<typeof Conversation>;

export const parseConversationPage = parserOf(pageOf(Conversation));
export const parseMessagePage = parserOf(pageOf(Message));
export const parseConversationAnswer = answerOf(Conversation);
export const parseMessageAnswer = answerOf(Message);
