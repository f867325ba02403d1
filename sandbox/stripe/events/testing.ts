import type Stripe from "stripe";
import { afterAll, beforeAll, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { control, request } from "#sandbox/testing.ts";
import { defaultAccount } from "../state.ts";
import { stripeClient } from "../testing.ts";
import { newAccount } from "../wire/testing.ts";

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
export let account = defaultAccount.account;
export let stripe = stripeClient();

/** Gives the test file an account in which nobody else moves. */
export function useOwnAccount(): void {
  beforeAll(async () => {
    ({ account, stripe } = await newAccount());
  });
  afterAll(() => {
    [account, stripe] = [defaultAccount.account, stripeClient()];
  });
}

let count = 0;

/** An endpoint that notes what it gets and answers with these statuses in turn, the last for ever; null never answers. */
export async function listen(
  options: Partial<Stripe.WebhookEndpointCreateParams> = {},
  ...statuses: (number | null | Answer)[]
) {
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
export const deliver = () => tell("/webhooks/deliver", {});

/** Has control do something in the account. */
export const tell = (path: string, body: object) => control(`/stripe${path}`, { account, ...body });

/** Until the test has finished. */
export async function setFault(rule: object): Promise<void> {
  const { status, body } = await tell("/faults", rule);
  if (status !== 201) throw new Error(JSON.stringify(body));
  onTestFinished(
    async () => void (await request(`/control/stripe/faults?account=${account}`, { method: "DELETE" })),
  );
}

export async function set(settings: object, former: object): Promise<void> {
  await tell("/settings", settings);
  onTestFinished(async () => void (await tell("/settings", former)));
}
