import type { ConnectorWebhooks } from "#connectors/define-webhooks.ts";
import type { HostawayClient } from "./client.ts";
import { WebhookDelivery } from "./schemas/webhook.ts";

/** What each event may have put out of date. Others may come to be: they are of no use yet. */
const outdated: Readonly<Record<string, readonly string[]>> = {
  "reservation.created": ["/reservations", "/conversations", "/listings?", "/finance", "/guestPayments"],
  "reservation.updated": ["/reservations", "/conversations", "/listings?", "/finance", "/guestPayments"],
  "message.received": ["/conversations", "/reservations"],
};

export const webhooks: ConnectorWebhooks<HostawayClient> = {
  list: async (client) =>
    (await client.webhooks.list()).flatMap(({ id, url }) => (url === undefined ? [] : { id, url })),
  register: async (client, address) => (await client.webhooks.create(address)).id,
  remove: (client, id) => client.webhooks.remove(id),
  read(body) {
    const { accountId, data, event = "" } = WebhookDelivery.safeParse(body).data ?? {};
    if (data === undefined || !Object.hasOwn(outdated, event)) return null;
    const { conversationId, id, listingMapId, reservationId } = data;
    const ids = Object.entries({
      property: listingMapId,
      booking: event === "message.received" ? reservationId : id,
      conversation: conversationId,
    });
    return {
      event,
      account: accountId,
      target: String(id),
      ids: Object.fromEntries(ids.filter((entry): entry is [string, number] => entry[1] !== undefined)),
      outdated: outdated[event] ?? [],
    };
  },
};
