import { z } from "zod";
import { endpoint } from "../../core/endpoint.ts";
import { withoutSecret } from "./add-webhook-endpoint.ts";

export const retrieveWebhookEndpoint = endpoint(
  "GET",
  "/v1/webhook_endpoints/:webhook",
  z.strictObject({}),
  ({ db }, _, ids) => withoutSecret(db.webhookEndpoints.get(ids.webhook)),
);
