import { z } from "zod";
import { answerOf, pageOf, parserOf } from "./envelope.ts";
import { id, number, text } from "./fields.ts";

/** Its password is sent and never read. */
export const Webhook = z.object({ id, url: text });
export type Webhook = z.infer<typeof Webhook>;

export const parseWebhookAnswer = answerOf(Webhook);
export const parseWebhookPage = parserOf(pageOf(Webhook));

const Data = z.object({ id, listingMapId: number, reservationId: number, conversationId: number });

const Delivery = z.object({
  event: text,
  accountId: text,
  data: Data.optional().catch(undefined),
});

/** Not documented: some deliveries have been seen below a key `payload`. */
export const WebhookDelivery = Delivery.extend({
  payload: Delivery.partial().optional().catch(undefined),
}).transform(({ payload, ...outer }) => ({
  event: outer.event ?? payload?.event,
  accountId: outer.accountId ?? payload?.accountId,
  data: outer.data ?? payload?.data,
}));
