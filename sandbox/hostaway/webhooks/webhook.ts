import { z } from "zod";
import { each, Integer, Text } from "#sandbox/hostaway/fields.ts";

export const Webhook = z.object({
  ...each(["id", "accountId"], z.int()),
  isEnabled: z.union([z.literal(0), z.literal(1)]).default(1),
  url: z.url({ protocol: /^https?$/ }),
  ...each(["login", "password", "alertingEmailAddress"], Text),
  events: z.array(z.string()),
  ...each(["insertedOn", "updatedOn"], z.string()),
});
export type Webhook = z.infer<typeof Webhook>;

/** Since when nothing has got through to a webhook, in milliseconds; null if the latest try did. `id` is the webhook's. */
export const WebhookHealth = z.object({ id: z.int(), failingSince: z.number().nullable() });

export const events = ["reservation.created", "reservation.updated", "message.received"] as const;

const Event = z.object({
  object: z.enum(["reservation", "conversationMessage"]),
  event: z.enum(events),
  ...each(["objectId", "listingMapId"], z.int()),
});

/** A request that waits to be made. */
export const Delivery = Event.extend({
  ...each(["id", "webhookId"], z.int()),
  account: z.string(),
  body: z.string(),
  /** How often it was tried in vain. */
  failures: z.int(),
  /** The sandbox's time. */
  dueAt: z.number(),
});
export type Delivery = z.infer<typeof Delivery>;

/** A request that was made, and what came of it: null where nothing answered. */
export const WebhookLog = Event.extend({
  ...each(["id", "accountId", "webhookId", "deliveryId"], z.int()),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  attempt: z.int(),
  responseStatus: Integer,
  responseBody: Text,
  sentOn: z.string(),
});
export type WebhookLog = z.infer<typeof WebhookLog>;
