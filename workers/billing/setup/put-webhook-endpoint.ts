import type Stripe from "stripe";
import { STRIPE_VERSION } from "../create-stripe.ts";
import { eventTypes } from "../events/event-types.ts";
import type { Put } from "./set-up-stripe.ts";

/** Asks for the events that are handled, in the version that this code is written for. */
export async function putWebhookEndpoint(stripe: Stripe, url: string): Promise<Put> {
  const what = `webhook endpoint ${url}`;
  for await (const endpoint of stripe.webhookEndpoints.list({ limit: 100 })) {
    if (endpoint.url !== url) continue;
    if (isAs(endpoint)) return { what, id: endpoint.id, outcome: "kept" };
    await stripe.webhookEndpoints.update(endpoint.id, { enabled_events: [...eventTypes], disabled: false });
    return { what, id: endpoint.id, outcome: "changed" };
  }
  const { id, secret } = await stripe.webhookEndpoints.create({
    url,
    enabled_events: [...eventTypes],
    api_version: STRIPE_VERSION,
  });
  return { what, id, outcome: "made", secret };
}

function isAs({ enabled_events, status }: Stripe.WebhookEndpoint): boolean {
  const wanted = [...eventTypes].sort();
  return status === "enabled" && JSON.stringify(wanted) === JSON.stringify([...enabled_events].sort());
}
