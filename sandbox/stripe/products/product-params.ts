import { z } from "zod";
import { Bool, Metadata, Text, unsettable } from "../wire/parameters.ts";

const PackageDimensions = z.strictObject({
  height: z.coerce.number().min(0),
  length: z.coerce.number().min(0),
  weight: z.coerce.number().min(0),
  width: z.coerce.number().min(0),
});

export const Url = z.string().regex(/^https?:\/\/\S+$/, "Not a valid URL");

const TaxDetails = z.strictObject({
  performance_location: Text.optional(),
  tax_code: unsettable(Text).optional(),
});

/** What can be given when a product is made and afterwards. */
export const productFields = {
  active: Bool.optional(),
  description: unsettable(Text.max(40_000)).optional(),
  images: unsettable(z.array(Url).max(8)).optional(),
  marketing_features: unsettable(z.array(z.strictObject({ name: Text.max(80) })).max(15)).optional(),
  metadata: Metadata.optional(),
  package_dimensions: unsettable(PackageDimensions).optional(),
  shippable: Bool.optional(),
  statement_descriptor: Text.max(22).optional(),
  tax_code: unsettable(Text).optional(),
  tax_details: unsettable(TaxDetails).optional(),
  unit_label: unsettable(Text.max(12)).optional(),
  url: unsettable(Url).optional(),
};

const ProductFields = z.strictObject(productFields);
export type ProductFields = z.output<typeof ProductFields>;
