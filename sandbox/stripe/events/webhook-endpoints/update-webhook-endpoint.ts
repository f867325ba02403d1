import { z } from "zod";
import { endpoint } from "../../core/endpoint.ts";
import { Bool, mergeMetadata } from "../../wire/parameters.ts";
import { withoutSecret } from "./add-webhook-endpoint.ts";
import { cancelDeliveries } from "./cancel-deliveries.ts";
import { endpointFields, requireKnownTypes, requireWebAddress } from "./params.ts";

const Params = z.strictObject({ ...endpointFields, disabled: Bool }).partial();

export const updateWebhookEndpoint = endpoint(
  "POST",
  "/v1/webhook_endpoints/:webhook",
  Params,
  ({ db }, { disabled, metadata, ...changes }, ids) => {
    const before = db.webhookEndpoints.get(ids.webhook);
    if (changes.url) requireWebAddress(changes.url);
    if (changes.enabled_events) requireKnownTypes(changes.enabled_events);
    if (disabled) cancelDeliveries(db, ids.webhook);
    const after = db.webhookEndpoints.change(ids.webhook, {
      ...changes,
      metadata: mergeMetadata(before.metadata, metadata),
      ...(disabled !== undefined && { status: disabled ? "disabled" : "enabled" }),
    });
    return withoutSecret(after);
  },
);
