import type Stripe from "stripe";
import { STRIPE_VERSION } from "../create-stripe.ts";
import { eventTypes } from "../events/event-types.ts";
import type { Put } from "./set-up-stripe.ts";

/**
 * Asks for the events that are handled, in the version that this code is written for. Stripe fixes an endpoint's version
 * when it is made: one of another version stays beside the new one until the next time, when the new secret is set.
 */
export async function putWebhookEndpoint(stripe: Stripe, url: string): Promise<Put[]> {
  const what = `webhook endpoint ${url}`;
  const found = await listEndpoints(stripe, url);
  const current = found.find(({ api_version }) => api_version === STRIPE_VERSION);
  if (current === undefined) {
    const enabled_events = [...eventTypes];
    const { id, secret } = await stripe.webhookEndpoints.create({
      url,
      enabled_events,
      api_version: STRIPE_VERSION,
    });
    return [{ what, id, outcome: "made", secret }];
  }
  const puts: Put[] = [{ what, id: current.id, outcome: isAs(current) ? "kept" : "changed" }];
  if (!isAs(current)) {
    await stripe.webhookEndpoints.update(current.id, { enabled_events: [...eventTypes], disabled: false });
  }
  for (const { id, api_version } of found.filter(({ api_version }) => api_version !== STRIPE_VERSION)) {
    await stripe.webhookEndpoints.del(id);
    puts.push({ what: `${what} of version ${api_version ?? "none"}`, id, outcome: "removed" });
  }
  return puts;
}

async function listEndpoints(stripe: Stripe, url: string): Promise<Stripe.WebhookEndpoint[]> {
  const found: Stripe.WebhookEndpoint[] = [];
  for await (const endpoint of stripe.webhookEndpoints.list({ limit: 100 })) {
    if (endpoint.url === url) found.push(endpoint);
  }
  return found;
}

function isAs({ enabled_events, status }: Stripe.WebhookEndpoint): boolean {
  const wanted = [...eventTypes].sort();
  return status === "enabled" && JSON.stringify(wanted) === JSON.stringify([...enabled_events].sort());
}
