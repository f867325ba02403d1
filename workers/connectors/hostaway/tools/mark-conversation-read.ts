import { z } from "zod";
import { defineWriteTool } from "#connectors/define-write-tool.ts";
import type { HostawayClient } from "../client.ts";
import { findGuestName } from "../conversations.ts";
import { ConversationId } from "../input.ts";

export const markConversationRead = defineWriteTool<HostawayClient>()({
  name: "mark_conversation_read",
  title: "Mark a conversation as read",
  access: "write",
  toolset: "messaging",
  description:
    "Marks one conversation as read in Hostaway's inbox; the guest notices nothing. " +
    "Use it when no answer is needed. To answer call send_guest_message, which marks it read as well; to find unread ones call get_conversations.",
  input: z.object({ conversation_id: ConversationId }),
  change: z.object({ conversation_id: ConversationId, is_read: z.boolean() }),
  batch: false,
  repeatable: true,
  async plan({ client, input: { conversation_id }, signal }) {
    const conversation = await client.messages.getConversation(conversation_id, signal);
    const isRead = conversation.hasUnreadMessages === false;
    return {
      summary: `Marks the conversation with ${findGuestName(conversation) ?? "the guest"} as read.`,
      steps: [
        {
          item: `conversation ${conversation_id}`,
          change: { conversation_id, is_read: true },
          before: { is_read: isRead },
          after: { is_read: true },
        },
      ],
      warnings: isRead ? ["It is marked as read already."] : [],
    };
  },
  async apply({ client, change: { conversation_id, is_read }, signal }) {
    await client.messages.markRead(conversation_id, is_read, signal);
    return { conversation_id, is_read };
  },
  undo: {
    reverse: ({ before, change }) => ({ ...change, is_read: before?.is_read === true }),
    read: async ({ change, client, signal }) => {
      const { hasUnreadMessages } = await client.messages.getConversation(change.conversation_id, signal);
      return { is_read: hasUnreadMessages === false };
    },
  },
});
