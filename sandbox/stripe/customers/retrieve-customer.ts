import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

/** Of a deleted customer only a trace is left. */
export const retrieveCustomer = endpoint(
  "GET",
  "/v1/customers/:customer",
  z.strictObject({}),
  ({ db }, _, ids) => db.deletedCustomers.find(ids.customer) ?? db.customers.get(ids.customer),
);
