import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { noSuch } from "../core/errors.ts";
import { resolvePaymentMethod } from "./resolve-payment-method.ts";

const Params = z.strictObject({});

export const retrievePaymentMethod = endpoint(
  "GET",
  "/v1/payment_methods/:method",
  Params,
  (ctx, _, { method }) => ctx.db.paymentMethods.find(method) ?? resolvePaymentMethod(ctx, method),
);

export const retrieveCustomerPaymentMethod = endpoint(
  "GET",
  "/v1/customers/:customer/payment_methods/:method",
  Params,
  ({ db }, _, ids) => {
    const method = db.paymentMethods.get(ids.method);
    if (method.customer !== db.customers.get(ids.customer).id) throw noSuch("PaymentMethod", method.id);
    return method;
  },
);
