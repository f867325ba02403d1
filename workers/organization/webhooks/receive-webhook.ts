import { hash } from "node:crypto";
import { AppError } from "#errors.ts";
import { parseBody } from "#lib/parse-body.ts";
import { hashKey } from "../keys/key-format.ts";
import type { Rooms } from "../rooms.ts";
import { isWebhookCredential } from "./webhook-credential.ts";

export interface WebhookRequest {
  token: string;
  authorization: string;
  body: string;
}

/**
 * An upstream tells that something has changed. Only that is believed: what it changed into is read again when somebody
 * asks, so that neither order nor repetition matters. Of what has come before, nothing more is recorded.
 */
export async function receiveWebhook(
  { connections, journal, membership, ports, webhooks }: Rooms,
  { authorization, body, token }: WebhookRequest,
): Promise<void> {
  const address = membership.present.closed ? null : webhooks.findByHash(hashKey(token));
  if (address === null) throw new AppError("not_found", "There is nothing at this address.");
  if (!isWebhookCredential(authorization, address.credentialHash)) {
    throw new AppError("invalid_credentials", "Login and password are not those of this address.");
  }
  const connection = connections.get(address.connection);
  const { connector, row } = connection;
  const news = connector.webhooks?.read(parseBody(body)) ?? null;
  if (news === null) return;
  if (news.account !== undefined && news.account !== row.accountLabel) {
    throw new AppError("invalid_request", "This is about another account.");
  }
  connection.forget(news.outdated);

  const delivery = hash("sha256", `${row.id}\n${body}`, "hex");
  if (webhooks.isKnown(delivery)) return;
  const at = ports.clock.now();
  const entry = {
    at,
    actor: "system",
    surface: "internal",
    action: `webhook/${news.event}`,
    target: news.target,
    connection: row.id,
    result: "ok",
    billable: false,
    durationMs: 0,
    details: news.ids,
  } as const;
  journal.recordWith(entry, () => webhooks.remember(delivery, at));
}
