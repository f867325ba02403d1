import type { Context } from "../../core/context.ts";
import { invalidRequest } from "../../core/errors.ts";
import type { WebhookEndpoint } from "../../core/objects.ts";
import { currentVersion } from "../api-versions.ts";
import { requireKnownTypes, requireWebAddress } from "./params.ts";

const mostEndpoints = 16;

export interface NewWebhookEndpoint {
  url: string;
  enabled_events: string[];
  api_version?: string;
  description?: string | null;
  metadata?: Record<string, string> | null;
  /** One that both sides know in advance, which only control can give. */
  secret?: string;
}

export function addWebhookEndpoint(ctx: Context, wanted: NewWebhookEndpoint): WebhookEndpoint {
  const { db } = ctx;
  const { url, enabled_events, api_version = currentVersion, description = null, metadata } = wanted;
  requireWebAddress(url);
  requireKnownTypes(enabled_events);
  if (db.webhookEndpoints.all().length >= mostEndpoints)
    throw invalidRequest(`You have reached the maximum of ${mostEndpoints} test webhook endpoints.`);
  return db.webhookEndpoints.put({
    id: db.newId("we_"),
    object: "webhook_endpoint",
    api_version,
    application: null,
    created: ctx.now(),
    description,
    enabled_events,
    livemode: false,
    metadata: metadata ?? {},
    secret: wanted.secret ?? db.newId("whsec_", 32),
    status: "enabled",
    url,
  });
}

/** As it is shown after its creation. */
export function withoutSecret({ secret: _, ...shown }: WebhookEndpoint): WebhookEndpoint {
  return shown;
}
