import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { isWithin, listFields, RangeFilter, Text } from "../wire/parameters.ts";

const Params = z.strictObject({
  ...listFields,
  created: RangeFilter,
  customer: Text.optional(),
  payment_method: Text.optional(),
});

export const listSetupIntents = endpoint("GET", "/v1/setup_intents", Params, ({ db }, params) => {
  const intents = db.setupIntents.where(
    ({ created, customer, payment_method }) =>
      isWithin(params.created, created) &&
      (params.customer ?? customer) === customer &&
      (params.payment_method ?? payment_method) === payment_method,
  );
  return toList("/v1/setup_intents", intents, params, db.setupIntents);
});
