import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest, missingParam } from "../core/errors.ts";
import { addProduct } from "../products/create-product.ts";
import { addPrice } from "./add-price.ts";
import { NewPrice } from "./price-params.ts";

export const createPrice = endpoint("POST", "/v1/prices", NewPrice, (ctx, params) =>
  addPrice(ctx, requireProduct(ctx, params), params),
);

function requireProduct(ctx: Context, { product, product_data }: NewPrice): string {
  if (product && product_data)
    throw invalidRequest("You may only specify one of these parameters: product, product_data.");
  if (product_data) return addProduct(ctx, product_data).id;
  if (!product) throw missingParam("product");
  return ctx.db.products.get(product, "product").id;
}
