import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { sendInvoice } from "./advance-invoice.ts";
import { assertOpen } from "./assert-status.ts";
import { finalizeInvoice } from "./finalize-invoice.ts";

/** Finalizes a draft first. */
export const sendEndpoint = endpoint(
  "POST",
  "/v1/invoices/:invoice/send",
  z.strictObject({}),
  (ctx, _, { invoice: id }) => {
    const { status } = ctx.db.invoices.get(id);
    const invoice = status === "draft" ? finalizeInvoice(ctx, id) : ctx.db.invoices.get(id);
    if (status !== "draft") assertOpen(status);
    return invoice.status === "open" ? sendInvoice(ctx, invoice) : invoice;
  },
);
