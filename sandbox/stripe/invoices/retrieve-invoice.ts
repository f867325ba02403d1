import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

export const retrieveInvoice = endpoint(
  "GET",
  "/v1/invoices/:invoice",
  z.strictObject({}),
  ({ db }, _, { invoice }) => db.invoices.get(invoice),
);
