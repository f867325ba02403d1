import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Product } from "../core/objects.ts";
import { addPrice } from "../prices/add-price.ts";
import { NewPrice, recurringFields, TaxBehavior, unitAmountFields } from "../prices/price-params.ts";
import { Currency, Metadata, Text } from "../wire/parameters.ts";
import { applyProductFields } from "./apply-product-fields.ts";
import { type ProductFields, productFields } from "./product-params.ts";

const DefaultPrice = z.strictObject({
  currency: Currency,
  metadata: Metadata.optional(),
  recurring: z.strictObject(recurringFields).optional(),
  tax_behavior: TaxBehavior.optional(),
  ...unitAmountFields,
});

const Params = z.strictObject({
  ...productFields,
  default_price_data: DefaultPrice.optional(),
  id: Text.optional(),
  name: Text,
  type: z.enum(["good", "service"]).optional(),
});

export const createProduct = endpoint("POST", "/v1/products", Params, (ctx, params) => {
  const { default_price_data, ...given } = params;
  const product = addProduct(ctx, given);
  if (!default_price_data) return product;
  const { metadata, ...priced } = default_price_data;
  const price = addPrice(ctx, product.id, { ...NewPrice.parse(priced), metadata });
  return ctx.db.products.change(product.id, { default_price: price.id });
});

export type NewProduct = ProductFields & { id?: string; name: string; type?: "good" | "service" };

export function addProduct(ctx: Context, { id, name, type = "service", ...fields }: NewProduct): Product {
  const { db } = ctx;
  if (id && db.products.find(id))
    throw invalidRequest("Product already exists.", { code: "resource_already_exists", param: "id" });
  const now = ctx.wall();
  const empty: Product = {
    id: id ?? db.newId("prod_", 14),
    object: "product",
    active: true,
    created: now,
    default_price: null,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: {},
    name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type,
    unit_label: null,
    updated: now,
    url: null,
  };
  const product = db.products.put(applyProductFields(empty, fields));
  ctx.emit("product.created", product);
  return product;
}
