import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { isWithin, listFields, RangeFilter, Text } from "../wire/parameters.ts";

const Params = z.strictObject({ ...listFields, created: RangeFilter, customer: Text.optional() });

export const listPaymentIntents = endpoint("GET", "/v1/payment_intents", Params, ({ db }, params) => {
  const intents = db.paymentIntents.where(
    ({ created, customer }) =>
      isWithin(params.created, created) && (params.customer ?? customer) === customer,
  );
  return toList("/v1/payment_intents", intents, params, db.paymentIntents);
});
