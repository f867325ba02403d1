import type { UpstreamFetch } from "#connectors/define-connector.ts";
import type { WebhookAddress } from "#connectors/define-webhooks.ts";
import { parseWebhookAnswer, parseWebhookPage, type Webhook } from "../schemas/webhook.ts";
import { orNull } from "./reading.ts";

const PATH = "/webhooks/unifiedWebhooks";

/** Where Hostaway sends its news. */
export class WebhookCalls {
  readonly #fetch: UpstreamFetch;

  constructor(fetch: UpstreamFetch) {
    this.#fetch = fetch;
  }

  async list(): Promise<Webhook[]> {
    return parseWebhookPage(await this.#fetch(PATH, { fresh: true })).rows;
  }

  async create({ login, password, url }: WebhookAddress): Promise<Webhook> {
    const body = { isEnabled: 1, url, login, password, alertingEmailAddress: null };
    return parseWebhookAnswer(await this.#fetch(PATH, { method: "POST", body, readsOnly: true }));
  }

  async remove(id: number): Promise<void> {
    await orNull(this.#fetch(`${PATH}/${id}`, { method: "DELETE", readsOnly: true }));
  }
}
