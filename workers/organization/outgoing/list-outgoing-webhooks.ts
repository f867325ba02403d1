import type { Rooms } from "../rooms.ts";
import { type ShownOutgoingWebhook, toShownOutgoingWebhook } from "./shown-outgoing-webhook.ts";

/** The oldest first. */
export function listOutgoingWebhooks({ outgoing }: Rooms): ShownOutgoingWebhook[] {
  return outgoing.list().map((row) => toShownOutgoingWebhook(outgoing, row));
}
