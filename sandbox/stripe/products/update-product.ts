import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { Text } from "../wire/parameters.ts";
import { applyProductFields } from "./apply-product-fields.ts";
import { productFields } from "./product-params.ts";

const Params = z.strictObject({
  ...productFields,
  default_price: Text.optional(),
  name: Text.optional(),
});

export const updateProduct = endpoint("POST", "/v1/products/:product", Params, (ctx, params, ids) => {
  const { db } = ctx;
  const { default_price, name, ...fields } = params;
  const before = db.products.get(ids.product);
  if (default_price && db.prices.get(default_price, "default_price").product !== before.id)
    throw invalidRequest("The `default_price` must belong to the product.", { param: "default_price" });
  const product = db.products.put({
    ...applyProductFields(before, fields),
    default_price: default_price ?? before.default_price,
    name: name ?? before.name,
    updated: ctx.wall(),
  });
  ctx.emit("product.updated", product, { before });
  return product;
});
