import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

export const retrieveCharge = endpoint(
  "GET",
  "/v1/charges/:charge",
  z.strictObject({}),
  ({ db }, _, { charge }) => db.charges.get(charge),
);
