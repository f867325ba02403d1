import type { Product } from "../core/objects.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import type { ProductFields } from "./product-params.ts";

/** The product as the given fields make it. What is not given stays, what is given as null is cleared. */
export function applyProductFields(product: Product, fields: ProductFields): Product {
  const { images, marketing_features, tax_details } = fields;
  const keep = <Value>(given: Value | undefined, former: Value) => (given === undefined ? former : given);
  return {
    ...product,
    active: fields.active ?? product.active,
    description: keep(fields.description, product.description),
    images: images === undefined ? product.images : (images ?? []),
    marketing_features:
      marketing_features === undefined ? product.marketing_features : (marketing_features ?? []),
    metadata: mergeMetadata(product.metadata, fields.metadata),
    package_dimensions: keep(fields.package_dimensions, product.package_dimensions),
    shippable: keep(fields.shippable, product.shippable),
    statement_descriptor: keep(fields.statement_descriptor, product.statement_descriptor),
    tax_code: keep(fields.tax_code, product.tax_code),
    tax_details: tax_details
      ? {
          performance_location: tax_details.performance_location ?? null,
          tax_code: tax_details.tax_code ?? null,
        }
      : keep(tax_details, product.tax_details),
    unit_label: keep(fields.unit_label, product.unit_label),
    url: keep(fields.url, product.url),
  };
}
