import { z } from "zod";
import { each, Flag, Integer, OptionalFlag, Text } from "#sandbox/hostaway/fields.ts";

export const Conversation = z.object({
  ...each(["id", "accountId", "listingMapId", "reservationId"], z.int()),
  type: z.string().default("host-guest-email"),
  ...each(["recipientEmail", "recipientName", "recipientPicture", "hostEmail", "guestEmail"], Text),
  hasUnreadMessages: Flag,
  ...each(["messageSentOn", "messageReceivedOn"], Text),
});
export type Conversation = z.infer<typeof Conversation>;

export const communicationTypes = ["email", "channel", "sms", "whatsapp"] as const;

const Attachment = z.object({
  id: z.int(),
  ...each(["name", "url", "extension", "mimeType"], z.string()),
  ...each(["isImage", "isPublic"], Flag),
});

export const Message = z.object({
  ...each(["id", "accountId", "listingMapId", "reservationId", "conversationId"], z.int()),
  ...each(["communicationId", "userId", "channelId", "communicationTimeDelta"], Integer),
  ...each(["airbnbThreadMessageId", "channelThreadMessageId"], Text),
  body: z.string(),
  communicationType: z.enum(communicationTypes),
  status: z.enum(["awaiting", "cancelled_by_user", "cancelled_by_system", "sent", "paused", "failed"]),
  isIncoming: Flag,
  isSeen: OptionalFlag,
  sentUsingHostaway: Flag,
  hash: z.string(),
  ...each(["subject", "listingTimeZoneName", "communicationEvent", "originatedBy", "reasonFailed"], Text),
  date: z.string(),
  ...each(["sentChannelDate", "sentToChannelDate"], Text),
  attachments: z.array(Attachment).nullable().default(null),
  ...each(["insertedOn", "updatedOn"], z.string()),
});
export type Message = z.infer<typeof Message>;
