import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

export const retrieveInvoicePayment = endpoint(
  "GET",
  "/v1/invoice_payments/:invoice_payment",
  z.strictObject({}),
  ({ db }, _, { invoice_payment }) => db.invoicePayments.get(invoice_payment),
);
