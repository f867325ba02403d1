import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";

export const deleteProduct = endpoint(
  "DELETE",
  "/v1/products/:product",
  z.strictObject({}),
  (ctx, _, ids) => {
    const { db } = ctx;
    const product = db.products.get(ids.product);
    if (db.prices.where((price) => price.product === product.id).length > 0)
      throw invalidRequest("This product cannot be deleted because it has one or more user-created prices.");
    db.products.remove(product.id);
    ctx.emit("product.deleted", product);
    return { id: product.id, object: "product", deleted: true };
  },
);
