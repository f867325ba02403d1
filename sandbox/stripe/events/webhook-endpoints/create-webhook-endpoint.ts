import { z } from "zod";
import { endpoint } from "../../core/endpoint.ts";
import { invalidRequest } from "../../core/errors.ts";
import { Bool } from "../../wire/parameters.ts";
import { apiVersions } from "../api-versions.ts";
import { addWebhookEndpoint } from "./add-webhook-endpoint.ts";
import { endpointFields } from "./params.ts";

const Params = z.strictObject({
  ...endpointFields,
  api_version: z.enum(apiVersions, "Invalid API version").optional(),
  connect: Bool.optional(),
});

export const createWebhookEndpoint = endpoint(
  "POST",
  "/v1/webhook_endpoints",
  Params,
  (ctx, { connect, ...wanted }) => {
    if (connect)
      throw invalidRequest("You must be a Connect platform to listen to connected accounts.", {
        param: "connect",
      });
    return addWebhookEndpoint(ctx, wanted);
  },
);
