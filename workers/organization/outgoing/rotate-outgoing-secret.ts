import type { WebhookId } from "#ids.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { type ShownOutgoingWebhook, toShownOutgoingWebhook } from "./shown-outgoing-webhook.ts";
import { newWebhookSecret } from "./webhook-secret.ts";

const BOTH_MS = 24 * 60 * 60 * 1_000;

/** For a day deliveries carry the signatures of both secrets. The new one is in this answer and in no other. */
export function rotateOutgoingSecret(
  { journal, outgoing, ports }: Rooms,
  by: By,
  id: WebhookId,
): ShownOutgoingWebhook & { secret: string } {
  const { secret: formerSecret } = outgoing.get(id);
  const at = Math.floor(ports.clock.now());
  const secret = newWebhookSecret();
  const change = { secret: outgoing.seal(id, secret), formerSecret, formerSecretUntil: at + BOTH_MS };
  const entry = { at, ...by, surface: "internal", action: "webhooks/rotate_secret", target: id } as const;
  journal.recordWith({ ...entry, result: "ok", billable: false, durationMs: 0 }, () =>
    outgoing.update(id, change),
  );
  return { ...toShownOutgoingWebhook(outgoing, outgoing.get(id)), secret };
}
