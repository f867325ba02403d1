import type Stripe from "stripe";
import { putMeter } from "./put-meter.ts";
import { putPortal } from "./put-portal.ts";
import { putPrices } from "./put-prices.ts";
import { putProducts } from "./put-products.ts";
import { putWebhookEndpoint } from "./put-webhook-endpoint.ts";

/** One thing that billing needs in the operator's Stripe account. */
export interface Put {
  what: string;
  id: string;
  outcome: "made" | "changed" | "kept" | "removed";
  /** Of a webhook endpoint that was just made: Stripe shows it this once. */
  secret?: string;
}

interface Settings {
  /** Where the product takes webhooks; left out, none is made. */
  webhookUrl?: string;
  /** Where people come back to from Stripe's pages. */
  dashboardUrl: string;
}

/** Takes the plans to Stripe, and all that they need there. A second time changes only what is not as it should be. */
export async function setUpStripe(stripe: Stripe, { webhookUrl, dashboardUrl }: Settings): Promise<Put[]> {
  const products = await putProducts(stripe);
  const meter = await putMeter(stripe);
  const prices = await putPrices(stripe, meter.id);
  const portal = await putPortal(stripe, dashboardUrl);
  const endpoint = webhookUrl === undefined ? [] : await putWebhookEndpoint(stripe, webhookUrl);
  return [...products, meter, ...prices, portal, ...endpoint];
}
