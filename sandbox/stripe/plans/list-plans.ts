import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toPlan } from "../prices/to-plan.ts";
import { toList } from "../wire/list.ts";
import { Bool, isWithin, listFields, RangeFilter, Text } from "../wire/parameters.ts";

const Params = z.strictObject({
  ...listFields,
  active: Bool.optional(),
  created: RangeFilter,
  product: Text.optional(),
});

export const listPlans = endpoint("GET", "/v1/plans", Params, ({ db }, params) => {
  const { active, created, product } = params;
  const found = db.prices.where(
    (price) =>
      price.recurring !== null &&
      isWithin(created, price.created) &&
      (active ?? price.active) === price.active &&
      (product ?? price.product) === price.product,
  );
  return toList("/v1/plans", found.map(toPlan), params);
});
