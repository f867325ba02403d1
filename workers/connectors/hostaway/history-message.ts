import { z } from "zod";
import { MessageText, Sender, toMessageChannel, toMessageText, toSender, toSentAt } from "./messages.ts";
import type { Message } from "./schemas/conversation.ts";

/** A message as it is shown within its thread. */
export const HistoryMessage = z.object({
  id: z.number(),
  sent_at: z.string().optional(),
  from: Sender,
  channel: z.enum(["email", "sms", "platform"]),
  text: MessageText.optional(),
  delivery: z.enum(["sent", "read", "failed"]).optional(),
  attachments: z.number().optional().describe("How many"),
});

export function toHistoryMessage(message: Message): z.input<typeof HistoryMessage> {
  return {
    id: message.id,
    sent_at: toSentAt(message),
    from: toSender(message),
    channel: toMessageChannel(message),
    text: toMessageText(message),
    delivery: toDelivery(message),
    attachments: message.attachments.length || undefined,
  };
}

function toDelivery({ status, isSeen }: Message): "sent" | "read" | "failed" | undefined {
  if (status === "failed") return "failed";
  if (isSeen) return "read";
  return status === "sent" ? "sent" : undefined;
}
