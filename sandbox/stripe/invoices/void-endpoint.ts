import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { voidInvoice } from "./void-invoice.ts";

export const voidEndpoint = endpoint(
  "POST",
  "/v1/invoices/:invoice/void",
  z.strictObject({}),
  (ctx, _, { invoice }) => voidInvoice(ctx, invoice),
);
