import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { isWithin, listFields, RangeFilter, Text } from "../wire/parameters.ts";

const Params = z.strictObject({
  ...listFields,
  created: RangeFilter,
  customer: Text.optional(),
  payment_intent: Text.optional(),
});

export const listCharges = endpoint("GET", "/v1/charges", Params, ({ db }, params) => {
  const charges = db.charges.where(
    ({ created, customer, payment_intent }) =>
      isWithin(params.created, created) &&
      (params.customer ?? customer) === customer &&
      (params.payment_intent ?? payment_intent) === payment_intent,
  );
  return toList("/v1/charges", charges, params, db.charges);
});
