import type Stripe from "stripe";
import { onTestFinished, vi } from "vitest";
import { z } from "zod";
import { control, request } from "#sandbox/testing.ts";
import { stripeClient } from "../testing.ts";

const Received = z.looseObject({
  id: z.string(),
  type: z.string(),
  api_version: z.string(),
  pending_webhooks: z.int(),
  data: z.looseObject({ object: z.looseObject({ id: z.string().optional() }) }),
});

export interface Received {
  body: string;
  signature: string;
  event: z.infer<typeof Received>;
}

type Answer = (received: Received) => number | null | Promise<number | null>;

const enabled_events: Stripe.WebhookEndpointCreateParams["enabled_events"] = [
  "customer.created",
  "customer.updated",
];
let count = 0;

/** An endpoint that notes what it gets and answers with these statuses in turn, the last for ever; null never answers. */
export async function listen(
  options: Partial<Stripe.WebhookEndpointCreateParams> = {},
  ...statuses: (number | null | Answer)[]
) {
  const stripe = stripeClient();
  const url = `https://hooks.example.com/${++count}`;
  const endpoint = await stripe.webhookEndpoints.create({ url, enabled_events, ...options });
  const received: Received[] = [];
  const left = [...statuses];
  answers.set(url, async (init) => {
    const signature = new Headers(init.headers).get("Stripe-Signature") ?? "";
    const body = String(init.body);
    const got = { body, signature, event: Received.parse(JSON.parse(body)) };
    received.push(got);
    const next = (left.length > 1 ? left.shift() : left[0]) ?? 200;
    const status = typeof next === "function" ? await next(got) : next;
    return new Response(`answer ${status}`, { status: status ?? 500 });
  });
  vi.stubGlobal("fetch", (to: string, init: RequestInit) => answers.get(to)?.(init));
  onTestFinished(async () => {
    answers.delete(url);
    await stripe.webhookEndpoints.del(endpoint.id).catch(() => null);
  });
  return { endpoint, received, secret: endpoint.secret ?? "", types: () => typesOf(received) };
}

const answers = new Map<string, (init: RequestInit) => Promise<Response>>();

export const typesOf = (received: Received[]) => received.map(({ event }) => event.type);

/** Makes the requests that are due, and waits until they are answered. */
export const deliver = () => control("/stripe/webhooks/deliver", {});

/** Until the test has finished. */
export async function setFault(rule: object): Promise<void> {
  const { status, body } = await control("/stripe/faults", rule);
  if (status !== 201) throw new Error(JSON.stringify(body));
  onTestFinished(async () => void (await request("/control/stripe/faults", { method: "DELETE" })));
}

export async function set(settings: object, former: object): Promise<void> {
  await control("/stripe/settings", settings);
  onTestFinished(async () => void (await control("/stripe/settings", former)));
}
