import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";
import { changeInvoice } from "./change-invoice.ts";
import { scheduleRetry } from "./retry-schedule.ts";

const collectionDelay = 3600;

/** Has an open invoice charged in an hour. One that is sent waits for whoever it was sent to. */
export function collectLater(ctx: Context, invoice: Invoice): Invoice {
  if (invoice.collection_method === "send_invoice") return invoice;
  const next_payment_attempt = ctx.now(invoice.customer) + collectionDelay;
  const waiting = changeInvoice(ctx, invoice.id, { next_payment_attempt });
  scheduleRetry(ctx, waiting);
  return waiting;
}
