import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { Bool, isWithin, listFields, RangeFilter, Text } from "../wire/parameters.ts";
import { Url } from "./product-params.ts";

const Params = z.strictObject({
  ...listFields,
  active: Bool.optional(),
  created: RangeFilter,
  ids: z.array(Text).optional(),
  shippable: Bool.optional(),
  type: z.enum(["good", "service"]).optional(),
  url: Url.optional(),
});

export const listProducts = endpoint("GET", "/v1/products", Params, ({ db }, params) => {
  const { active, created, ids, shippable, type, url } = params;
  const found = db.products.where(
    (product) =>
      isWithin(created, product.created) &&
      (active ?? product.active) === product.active &&
      (shippable ?? product.shippable) === product.shippable &&
      (type ?? product.type) === product.type &&
      (url ?? product.url) === product.url &&
      (ids?.includes(product.id) ?? true),
  );
  return toList("/v1/products", found, params, db.products);
});
