import type { Account } from "#sandbox/hostaway/account.ts";
import { toStamp } from "#sandbox/hostaway/dates.ts";
import type { World } from "#sandbox/world.ts";
import type { Delivery, Webhook, WebhookLog } from "./webhook.ts";

/** How a request leaves the sandbox. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

const keptResponse = 2000;

interface Sending {
  world: World;
  account: Account;
  webhook: Webhook;
  delivery: Delivery;
  send: Send;
}

/** Makes one request and logs it. Nobody answering in time is an answer without a status. */
export async function sendDelivery({
  world,
  account,
  webhook,
  delivery,
  send,
}: Sending): Promise<WebhookLog> {
  const { webhookTimeoutMs } = world.hostaway.settings.of(account.id);
  const headers = { "Content-Type": "application/json", ...credentialsOf(webhook) };
  const sentOn = toStamp(world.clock.now());
  const init = { method: "POST", headers, body: delivery.body, redirect: "manual" } as const;
  const answer = await answerWithin(webhookTimeoutMs, (signal) => send(webhook.url, { ...init, signal }));
  const { object, event, objectId, listingMapId, body, failures, id: deliveryId } = delivery;
  return account.webhookLogs.put({
    id: account.webhookLogs.nextId(),
    accountId: Number(account.id),
    webhookId: webhook.id,
    deliveryId,
    object,
    event,
    objectId,
    listingMapId,
    url: webhook.url,
    headers,
    body,
    sentOn,
    attempt: failures + 1,
    responseStatus: answer.status,
    responseBody: answer.text,
  });
}

// Not AbortSignal.timeout(): its timer runs on after the answer, and an object with one cannot be evicted.
async function answerWithin(ms: number, request: (signal: AbortSignal) => Promise<Response>) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  try {
    const response = await request(controller.signal);
    return { status: response.status, text: (await response.text()).slice(0, keptResponse) };
  } catch (error) {
    return { status: null, text: String(error).slice(0, keptResponse) };
  } finally {
    clearTimeout(timer);
  }
}

function credentialsOf({ login, password }: Webhook): Record<string, string> {
  if (login === null || password === null) return {};
  const bytes = new TextEncoder().encode(`${login}:${password}`);
  return { Authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
}
