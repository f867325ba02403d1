import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Metadata, Text } from "../wire/parameters.ts";
import { answerSetup } from "./answer-setup.ts";
import { confirmSetupIntent } from "./confirm-setup-intent.ts";
import { createSetupIntent } from "./create-setup-intent.ts";
import { findGivenMethod } from "./find-given-method.ts";
import { confirmFields, creationFields, methodFields } from "./intent-params.ts";

const Params = z.strictObject({
  ...methodFields,
  ...creationFields,
  ...confirmFields,
  customer: Text.optional(),
  description: Text.optional(),
  metadata: Metadata.optional(),
  usage: z.enum(["off_session", "on_session"]).optional(),
});

export const addSetupIntent = endpoint("POST", "/v1/setup_intents", Params, (ctx, params) => {
  if (params.customer) ctx.db.customers.get(params.customer, "customer");
  const { payment_method_types, allowed_payment_method_types = null } = params;
  const types = payment_method_types ?? allowed_payment_method_types;
  const intent = createSetupIntent(ctx, {
    customer: params.customer ?? null,
    paymentMethod: findGivenMethod(ctx, params),
    usage: params.usage,
    metadata: params.metadata ?? {},
    more: {
      allowed_payment_method_types,
      excluded_payment_method_types: params.excluded_payment_method_types ?? null,
      automatic_payment_methods: payment_method_types
        ? null
        : { allow_redirects: "always", ...params.automatic_payment_methods, enabled: true },
      description: params.description ?? null,
      ...(types && { payment_method_types: types }),
    },
  });
  if (!params.confirm) return intent;
  return answerSetup(confirmSetupIntent(ctx, intent.id, { returnUrl: params.return_url }));
});
