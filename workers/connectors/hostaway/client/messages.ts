import type { UpstreamFetch } from "#connectors/define-connector.ts";
import { AppError } from "#errors.ts";
import {
  type Conversation,
  type Message,
  parseConversationAnswer,
  parseConversationPage,
  parseMessageAnswer,
} from "../schemas/conversation.ts";
import { type MessageTemplate, parseTemplatePage } from "../schemas/message-template.ts";
import { noBooking, noConversation, STAY_SECONDS, withNotFound } from "./reading.ts";

export const communicationTypes = ["channel", "email", "sms", "whatsapp"] as const;
export type CommunicationType = (typeof communicationTypes)[number];

/** Conversations as they are now, and what changes them. */
export class MessageCalls {
  readonly #fetch: UpstreamFetch;

  constructor(fetch: UpstreamFetch) {
    this.#fetch = fetch;
  }

  /** With its latest message. */
  async getConversation(id: number, signal?: AbortSignal): Promise<Conversation> {
    const answer = this.#fetch(`/conversations/${id}`, {
      query: { includeResources: 1 },
      fresh: true,
      signal,
    });
    return parseConversationAnswer(await withNotFound(answer, noConversation(id)));
  }

  async listOfBooking(id: number, signal?: AbortSignal): Promise<Conversation[]> {
    const request = { query: { includeResources: 1 }, fresh: true, signal };
    const answer = this.#fetch(`/reservations/${id}/conversations`, request);
    return parseConversationPage(await withNotFound(answer, noBooking(id))).rows;
  }

  async send(
    conversationId: number,
    body: string,
    communicationType: CommunicationType,
    signal?: AbortSignal,
  ): Promise<Message> {
    const answer = this.#fetch(`/conversations/${conversationId}/messages`, {
      method: "POST",
      body: { body, communicationType },
      signal,
    });
    return parseMessageAnswer(await withNotFound(answer, noConversation(conversationId)));
  }

  /** Known to work although Hostaway does not document it: where it is not there, that is no missing conversation. */
  async markRead(id: number, isRead: boolean, signal?: AbortSignal): Promise<void> {
    const body = { hasUnreadMessages: isRead ? 0 : 1 };
    try {
      await this.#fetch(`/conversations/${id}`, { method: "PUT", body, signal });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "not_found") throw error;
      const why = "Hostaway does not let conversations of this account be marked. Mark it in its inbox.";
      throw new AppError("upstream_locked", why, { cause: error });
    }
  }

  /** Not paged; with their placeholders: filled in they can hold a door code. */
  async getTemplates(signal?: AbortSignal): Promise<MessageTemplate[]> {
    return parseTemplatePage(await this.#fetch("/messageTemplates", { cacheSeconds: STAY_SECONDS, signal }))
      .rows;
  }
}
