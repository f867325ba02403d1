import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Bool } from "../wire/parameters.ts";
import { sendInvoice } from "./advance-invoice.ts";
import { changeInvoice } from "./change-invoice.ts";
import { finalizeInvoice } from "./finalize-invoice.ts";
import { openPayment } from "./payments-of.ts";
import { scheduleRetry } from "./retry-schedule.ts";

const Params = z.strictObject({ auto_advance: Bool.optional() });

const collectionDelay = 3600;

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
    if (!auto_advance) return invoice;
    const next_payment_attempt = ctx.now(invoice.customer) + collectionDelay;
    const waiting = changeInvoice(ctx, invoice.id, { next_payment_attempt });
    scheduleRetry(ctx, waiting);
    return waiting;
  },
);
