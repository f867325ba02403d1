import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

export const retrieveInvoiceItem = endpoint(
  "GET",
  "/v1/invoiceitems/:invoiceitem",
  z.strictObject({}),
  ({ db }, _, { invoiceitem }) => db.invoiceItems.get(invoiceitem),
);
