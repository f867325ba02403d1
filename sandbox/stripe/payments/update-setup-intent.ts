import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Metadata, mergeMetadata, Text } from "../wire/parameters.ts";
import { findGivenMethod } from "./find-given-method.ts";
import { methodFields } from "./intent-params.ts";

const Params = z.strictObject({
  ...methodFields,
  customer: Text.optional(),
  description: Text.optional(),
  metadata: Metadata.optional(),
});

export const updateSetupIntent = endpoint("POST", "/v1/setup_intents/:intent", Params, (ctx, params, ids) => {
  const before = ctx.db.setupIntents.get(ids.intent);
  if (params.customer) ctx.db.customers.get(params.customer, "customer");
  const method = findGivenMethod(ctx, params);
  return ctx.db.setupIntents.change(before.id, {
    customer: params.customer ?? before.customer,
    description: params.description ?? before.description,
    metadata: mergeMetadata(before.metadata ?? {}, params.metadata),
    ...(method && { payment_method: method, status: "requires_confirmation", next_action: null }),
  });
});
