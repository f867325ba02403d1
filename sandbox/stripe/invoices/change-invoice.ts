import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";

/** Changes an invoice, and reports it unless the invoice is as new as the change. */
export function changeInvoice(
  ctx: Context,
  id: string,
  changes: Partial<Invoice>,
  { before = ctx.db.invoices.get(id) }: { before?: Invoice } = {},
): Invoice {
  const invoice = ctx.db.invoices.change(id, changes);
  if (!isNew(ctx, id)) ctx.emit("invoice.updated", invoice, { before, customer: invoice.customer });
  return invoice;
}

/** Whether it was made by this same call: who made it tells the rest of the story. */
export const isNew = (ctx: Context, id: string): boolean =>
  ctx.happenings.some(({ type, object }) => type === "invoice.created" && Reflect.get(object, "id") === id);
