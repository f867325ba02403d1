import type { Database } from "../core/database.ts";
import type { Event } from "../core/objects.ts";
import type { Delivery, DeliveryAttempt } from "../core/records.ts";
import { settingsOf } from "../faults/settings.ts";
import { toShape } from "./shapes/to-shape.ts";
import { sign } from "./sign.ts";

/** How a request leaves the sandbox. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

const keptResponse = 2000;

/** Makes one request. Nobody answering in time is an answer without a status. */
export async function sendDelivery(
  db: Database,
  delivery: Delivery,
  { now, send }: { now: number; send: Send },
): Promise<Omit<DeliveryAttempt, "id">> {
  const { url, secret = "", api_version } = db.webhookEndpoints.get(delivery.endpoint);
  const event = toKnownShape(db, db.events.get(delivery.event), api_version);
  const body = JSON.stringify(event, null, 2);
  const headers = {
    "Content-Type": "application/json; charset=utf-8",
    "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    "Stripe-Signature": await sign(body, secret, Math.floor(now / 1000)),
  };
  const init = { method: "POST", headers, body, redirect: "manual" } as const;
  const ms = settingsOf(db).webhook_timeout_ms;
  const answer = await answerWithin(ms, (signal) => send(url, { ...init, signal }));
  const { event: id, endpoint } = delivery;
  return { event: id, type: event.type, endpoint, at_ms: now, url, headers, body, ...answer };
}

/** What control made up may not be of the kind it says: it goes out as it is, or the endpoint's line would stand still. */
function toKnownShape(db: Database, event: Event, version: string | null): Event {
  try {
    return toShape(db, event, version);
  } catch {
    return { ...event, api_version: version };
  }
}

// Not AbortSignal.timeout(): its timer runs on after the answer, and an object with one cannot be evicted.
async function answerWithin(ms: number, request: (signal: AbortSignal) => Promise<Response>) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  try {
    const response = await request(controller.signal);
    return { status: response.status, response: (await response.text()).slice(0, keptResponse) };
  } catch (error) {
    return { status: null, response: String(error).slice(0, keptResponse) };
  } finally {
    clearTimeout(timer);
  }
}
