import Stripe from "stripe";
import { type Env, getConfig, type StripeConfig } from "#env.ts";
import { AppError } from "#errors.ts";

/** The version that this code is written for; an update of the library shows here. */
export const STRIPE_VERSION = "2026-10-28.endive";

const clients = new WeakMap<object, Stripe>();

/** The operator's Stripe account. */
export function createStripe(env: Env): Stripe {
  const { stripe } = getConfig(env);
  if (stripe === null) throw new AppError("billing_off");
  const made = clients.get(env);
  if (made !== undefined) return made;
  const client = connectStripe(stripe);
  clients.set(env, client);
  return client;
}

export function connectStripe({ secretKey, url }: Pick<StripeConfig, "secretKey" | "url">): Stripe {
  return new Stripe(secretKey, {
    apiVersion: STRIPE_VERSION,
    httpClient: Stripe.createFetchHttpClient(),
    timeout: 20_000,
    maxNetworkRetries: 2,
    telemetry: false,
    appInfo: { name: "latchkey" },
    ...(url && toHost(url)),
  });
}

function toHost(url: string): { host: string; port?: string; protocol: "http" | "https" } {
  const { hostname: host, port, protocol } = new URL(url);
  return { host, protocol: protocol === "http:" ? "http" : "https", ...(port && { port }) };
}
