import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { isWithin, listFields, RangeFilter, Text } from "../wire/parameters.ts";

const Params = z.strictObject({
  ...listFields,
  created: RangeFilter,
  customer: Text.optional(),
  customer_details: z.strictObject({ email: Text }).optional(),
  payment_intent: Text.optional(),
  status: z.enum(["complete", "expired", "open"]).optional(),
  subscription: Text.optional(),
});

export const listSessions = endpoint("GET", "/v1/checkout/sessions", Params, ({ db }, params) => {
  const { created, customer, customer_details, payment_intent, status, subscription } = params;
  const sessions = db.checkoutSessions.where(
    (session) =>
      isWithin(created, session.created) &&
      (!customer || session.customer === customer) &&
      (!customer_details || session.customer_details?.email === customer_details.email) &&
      (!payment_intent || session.payment_intent === payment_intent) &&
      (!status || session.status === status) &&
      (!subscription || session.subscription === subscription),
  );
  return toList("/v1/checkout/sessions", sessions, params, db.checkoutSessions);
});
