import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Text } from "../wire/parameters.ts";

const Params = z.strictObject({ client_secret: Text.optional() });

export const retrievePaymentIntent = endpoint(
  "GET",
  "/v1/payment_intents/:intent",
  Params,
  ({ db }, _, ids) => db.paymentIntents.get(ids.intent),
);
