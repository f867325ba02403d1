import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Text } from "../wire/parameters.ts";
import { attachPaymentMethod } from "./attach-payment-method.ts";

const Params = z.strictObject({ customer: Text });

export const attach = endpoint(
  "POST",
  "/v1/payment_methods/:method/attach",
  Params,
  (ctx, { customer }, ids) => attachPaymentMethod(ctx, { paymentMethod: ids.method, customer }),
);
