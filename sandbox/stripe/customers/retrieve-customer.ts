import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

export const retrieveCustomer = endpoint(
  "GET",
  "/v1/customers/:customer",
  z.strictObject({}),
  ({ db }, _, ids) => db.customers.get(ids.customer),
);
