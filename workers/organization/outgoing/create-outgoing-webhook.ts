import { z } from "zod";
import { AppError } from "#errors.ts";
import { newId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { assertPublicUrl } from "./assert-public-url.ts";
import { eventTypes } from "./event-types.ts";
import { type ShownOutgoingWebhook, toShownOutgoingWebhook } from "./shown-outgoing-webhook.ts";
import { newWebhookSecret } from "./webhook-secret.ts";

export const CreateOutgoingWebhook = z.object({
  url: z.string().max(2_000),
  /** Empty: all, those included that are yet to come. */
  events: z.array(z.enum(eventTypes)).default([]),
});
export type CreateOutgoingWebhook = z.input<typeof CreateOutgoingWebhook>;

/** The secret is in this answer and in no other. */
export function createOutgoingWebhook(
  rooms: Rooms,
  by: By,
  input: CreateOutgoingWebhook,
): ShownOutgoingWebhook & { secret: string } {
  const { journal, outgoing, ports } = rooms;
  const { url, events } = parseInput(CreateOutgoingWebhook, input);
  const { href, host } = assertPublicUrl(url, ports.outgoingHosts);
  assertWebhookRoom(rooms);
  const at = Math.floor(ports.clock.now());
  const id = newId("whk");
  const secret = newWebhookSecret();
  const row = {
    id,
    url: href,
    events,
    secret: outgoing.seal(id, secret),
    formerSecret: null,
    formerSecretUntil: null,
    enabled: true,
    createdAt: at,
    failingSince: null,
    disabledAt: null,
  };
  const entry = { at, ...by, surface: "internal", action: "webhooks/create", target: id } as const;
  const details = { host, events };
  journal.recordWith({ ...entry, result: "ok", billable: false, durationMs: 0, details }, () =>
    outgoing.insert(row),
  );
  return { ...toShownOutgoingWebhook(outgoing, row), secret };
}

/** Those that are switched off count too: they can be switched on again. */
function assertWebhookRoom({ entitlement, outgoing }: Rooms): void {
  const limit = entitlement.webhookEndpoints;
  const used = outgoing.list().length;
  if (used < limit) return;
  throw new AppError("plan_limit_reached", `This plan allows ${limit} outgoing webhooks.`, { limit, used });
}
