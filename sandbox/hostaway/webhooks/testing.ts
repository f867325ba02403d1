import { vi } from "vitest";
import { z } from "zod";
import { type Caller, control, newHouse, request } from "#sandbox/testing.ts";
import { Delivery, WebhookLog } from "./webhook.ts";

const Traffic = z.object({ pending: z.array(Delivery), sent: z.array(WebhookLog) });
export const url = "https://hooks.example.com/latchkey/secret";
const stay = {
  channelId: 2000,
  arrivalDate: "2031-03-05",
  departureDate: "2031-03-08",
  guestName: "Ann Lee",
};

/** Answers every webhook request with these statuses in turn, the last one for ever; null does not answer. */
export function answerWith(...statuses: (number | null)[]): void {
  const left = [...statuses];
  vi.stubGlobal("fetch", async () => {
    const status = left.length > 1 ? left.shift() : left[0];
    if (!status) throw new TypeError("Network connection lost");
    return new Response(`answer ${status}`, { status });
  });
}

/** An account with one house and a webhook, under a clock that stands still. */
export async function house(webhook: object = {}) {
  await control("/clock", { speed: 0 });
  const { caller, id } = await newHouse();
  const hook = await caller.written("POST", "/webhooks/unifiedWebhooks", { url, ...webhook });
  const book = (more: object = {}) =>
    caller.written("POST", "/reservations", { ...stay, listingMapId: id, ...more });
  return { caller, id, hook, book };
}

export async function traffic({ accountId }: Caller) {
  return Traffic.parse(JSON.parse((await request(`/control/hostaway/webhooks?account=${accountId}`)).text));
}

export const deliver = ({ accountId }: Caller) =>
  control("/hostaway/webhooks/deliver", { account: accountId });

/** What has been sent once all that is due is delivered. */
export async function sentBy(caller: Caller) {
  await deliver(caller);
  return (await traffic(caller)).sent;
}

export const eventsOf = (sent: WebhookLog[]) => sent.map(({ event, objectId }) => [event, objectId]);
