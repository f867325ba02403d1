import { z } from "zod";
import { endpoint } from "../../core/endpoint.ts";
import { toList } from "../../wire/list.ts";
import { listFields } from "../../wire/parameters.ts";
import { withoutSecret } from "./add-webhook-endpoint.ts";

export const listWebhookEndpoints = endpoint(
  "GET",
  "/v1/webhook_endpoints",
  z.strictObject(listFields),
  ({ db }, params) => toList("/v1/webhook_endpoints", db.webhookEndpoints.all().map(withoutSecret), params),
);
