import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

export const retrievePrice = endpoint("GET", "/v1/prices/:price", z.strictObject({}), ({ db }, _, ids) =>
  db.prices.get(ids.price),
);
