import { z } from "zod";
import type { WebhookId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { assertPublicUrl } from "./assert-public-url.ts";
import { CreateOutgoingWebhook } from "./create-outgoing-webhook.ts";
import { type ShownOutgoingWebhook, toShownOutgoingWebhook } from "./shown-outgoing-webhook.ts";

export const UpdateOutgoingWebhook = z
  .object({
    url: CreateOutgoingWebhook.shape.url,
    events: CreateOutgoingWebhook.shape.events.unwrap(),
    enabled: z.boolean(),
  })
  .partial();
export type UpdateOutgoingWebhook = z.input<typeof UpdateOutgoingWebhook>;

/** Switching it on forgets its failures. */
export function updateOutgoingWebhook(
  { journal, outgoing, ports }: Rooms,
  by: By,
  id: WebhookId,
  input: UpdateOutgoingWebhook,
): ShownOutgoingWebhook {
  const { url, ...change } = parseInput(UpdateOutgoingWebhook, input);
  outgoing.get(id);
  const address = url === undefined ? null : assertPublicUrl(url, ports.outgoingHosts);
  const entry = { at: ports.clock.now(), ...by, surface: "internal", action: "webhooks/update" } as const;
  const details = { ...change, host: address?.host };
  journal.recordWith({ ...entry, target: id, result: "ok", billable: false, durationMs: 0, details }, () =>
    outgoing.update(id, {
      ...change,
      ...(address && { url: address.href }),
      ...(change.enabled === true && { failingSince: null, disabledAt: null }),
      // An update that changes nothing at all is no statement.
      id,
    }),
  );
  return toShownOutgoingWebhook(outgoing, outgoing.get(id));
}
