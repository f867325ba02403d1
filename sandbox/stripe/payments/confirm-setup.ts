import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { answerSetup } from "./answer-setup.ts";
import { confirmSetupIntent } from "./confirm-setup-intent.ts";
import { findGivenMethod } from "./find-given-method.ts";
import { confirmFields, methodFields } from "./intent-params.ts";

const Params = z.strictObject({ ...methodFields, ...confirmFields });

export const confirmSetup = endpoint(
  "POST",
  "/v1/setup_intents/:intent/confirm",
  Params,
  (ctx, params, ids) =>
    answerSetup(
      confirmSetupIntent(ctx, ids.intent, {
        paymentMethod: findGivenMethod(ctx, params) ?? undefined,
        returnUrl: params.return_url,
      }),
    ),
);
