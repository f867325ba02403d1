import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

export const retrieveProduct = endpoint(
  "GET",
  "/v1/products/:product",
  z.strictObject({}),
  ({ db }, _, ids) => db.products.get(ids.product),
);
