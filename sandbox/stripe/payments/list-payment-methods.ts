import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { listFields, Text } from "../wire/parameters.ts";

const fields = {
  ...listFields,
  type: Text.optional(),
  allow_redisplay: z.enum(["always", "limited", "unspecified"]).optional(),
};
const Filter = z.strictObject(fields);
type Filter = z.output<typeof Filter>;

export const listPaymentMethods = endpoint(
  "GET",
  "/v1/payment_methods",
  z.strictObject({ ...fields, customer: Text.optional() }),
  (ctx, { customer, ...filter }) => {
    if (customer) ctx.db.customers.get(customer, "customer");
    return list(ctx, "/v1/payment_methods", customer, filter);
  },
);

export const listCustomerPaymentMethods = endpoint(
  "GET",
  "/v1/customers/:customer/payment_methods",
  Filter,
  (ctx, filter, { customer }) =>
    list(ctx, `/v1/customers/${customer}/payment_methods`, ctx.db.customers.get(customer).id, filter),
);

/** Without a customer there are none to show: those of nobody are not listed. */
function list(ctx: Context, url: string, customer: string | undefined, filter: Filter) {
  const methods = ctx.db.paymentMethods.where(
    (method) =>
      method.customer !== null &&
      method.customer === customer &&
      (filter.type ?? method.type) === method.type &&
      (filter.allow_redisplay ?? method.allow_redisplay) === method.allow_redisplay,
  );
  return toList(url, methods, filter);
}
