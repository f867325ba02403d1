import { z } from "zod";
import { toUntrustedText, UntrustedText } from "#connectors/untrusted.ts";
import type { HostawayClient } from "./client.ts";
import type { Message } from "./schemas/conversation.ts";
import { type Walk, walkByOffset } from "./walk.ts";

export const Sender = z.enum(["guest", "host", "system"]);
export type Sender = z.infer<typeof Sender>;

/** What a guest wrote comes labelled; what the host's side wrote is plain. */
export const MessageText = z.union([z.string(), UntrustedText]);

const MAX_PAGES = 5;

export const walkMessages = (
  client: HostawayClient,
  conversationId: number,
  signal: AbortSignal,
): Promise<Walk<Message>> =>
  walkByOffset((limit, offset) => client.getMessages(conversationId, { limit, offset }, signal), {
    maxPages: MAX_PAGES,
  });

export function toSender(message: Message): Sender {
  if (message.isIncoming) return "guest";
  const isAutomatic =
    message.communicationId || message.communicationEvent || message.originatedBy === "system";
  return isAutomatic ? "system" : "host";
}

export const toSentAt = (message: Message): string | undefined => message.date ?? message.insertedOn;

export const byTime = (a: Message, b: Message): number => {
  const [timeA = "", timeB = ""] = [toSentAt(a), toSentAt(b)];
  return timeA === timeB ? a.id - b.id : timeA < timeB ? -1 : 1;
};

export function toMessageText(message: Message, maxLength?: number): z.input<typeof MessageText> | undefined {
  const text = toUntrustedText(message.body, maxLength);
  return message.isIncoming ? text : text?.untrusted_text;
}

export function toMessageChannel({ communicationType }: Message): "email" | "sms" | "platform" {
  if (communicationType === "email") return "email";
  return communicationType === "sms" || communicationType === "whatsapp" ? "sms" : "platform";
}
