import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Bool } from "../wire/parameters.ts";
import { sendInvoice } from "./advance-invoice.ts";
import { collectLater } from "./collect-later.ts";
import { finalizeInvoice } from "./finalize-invoice.ts";
import { openPayment } from "./payments-of.ts";

const Params = z.strictObject({ auto_advance: Bool.optional() });

/** One that advances by itself is charged an hour later, or sent at once. */
export const finalizeEndpoint = endpoint(
  "POST",
  "/v1/invoices/:invoice/finalize",
  Params,
  (ctx, params, ids) => {
    const former = ctx.db.invoices.get(ids.invoice);
    const { auto_advance = former.auto_advance } = params;
    const invoice = finalizeInvoice(ctx, former.id, { auto_advance });
    if (invoice.status === "paid") return invoice;
    if (invoice.collection_method === "send_invoice" && auto_advance) return sendInvoice(ctx, invoice);
    openPayment(ctx, invoice);
    return auto_advance ? collectLater(ctx, invoice) : invoice;
  },
);
