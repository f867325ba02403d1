import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import type { Price } from "../core/objects.ts";
import { toList } from "../wire/list.ts";
import { Bool, Currency, isWithin, listFields, RangeFilter, Text } from "../wire/parameters.ts";
import { interval } from "./price-params.ts";

const Params = z.strictObject({
  ...listFields,
  active: Bool.optional(),
  created: RangeFilter,
  currency: Currency.optional(),
  lookup_keys: z.array(Text).max(10, "You may give at most 10 lookup keys").optional(),
  product: Text.optional(),
  recurring: z
    .strictObject({
      interval: interval.optional(),
      meter: Text.optional(),
      usage_type: z.enum(["licensed", "metered"]).optional(),
    })
    .optional(),
  type: z.enum(["one_time", "recurring"]).optional(),
});
type Params = z.output<typeof Params>;

export const listPrices = endpoint("GET", "/v1/prices", Params, ({ db }, params) =>
  toList(
    "/v1/prices",
    db.prices.where((price) => matches(price, params)),
    params,
    db.prices,
  ),
);

function matches(price: Price, { created, lookup_keys, recurring, ...filter }: Params): boolean {
  const { active, currency, product, type } = filter;
  return (
    isWithin(created, price.created) &&
    (active ?? price.active) === price.active &&
    (currency ?? price.currency) === price.currency &&
    (product ?? price.product) === price.product &&
    (type ?? price.type) === price.type &&
    (!lookup_keys || (price.lookup_key !== null && lookup_keys.includes(price.lookup_key))) &&
    (!recurring || recurs(price.recurring, recurring))
  );
}

function recurs(found: Price["recurring"], wanted: NonNullable<Params["recurring"]>): boolean {
  if (!found) return false;
  return (
    (wanted.interval ?? found.interval) === found.interval &&
    (wanted.meter ?? found.meter) === found.meter &&
    (wanted.usage_type ?? found.usage_type) === found.usage_type
  );
}
