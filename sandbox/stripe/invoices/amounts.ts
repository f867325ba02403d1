import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";
import { discountLines } from "./discount-lines.ts";
import { linesOf } from "./lines-of.ts";

/** How many lines an invoice itself shows; the others are listed apart. */
export const shownLines = 10;

/** The draft with its amounts made anew from its lines, its discounts and what its customer has or owes. */
export function addUp(ctx: Context, invoice: Invoice): Invoice {
  const lines = discountLines(ctx, invoice.discounts, linesOf(ctx.db, invoice.id));
  for (const line of lines) ctx.db.invoiceLines.put(line);
  const subtotal = sum(lines.map(({ amount }) => amount));
  const total_discount_amounts = invoice.discounts.map((discount) => ({
    amount: sum(
      lines.flatMap(({ discount_amounts }) =>
        (discount_amounts ?? []).filter((part) => part.discount === discount).map(({ amount }) => amount),
      ),
    ),
    discount,
  }));
  const total = subtotal - sum(total_discount_amounts.map(({ amount }) => amount));
  const { balance } = ctx.db.customers.get(invoice.customer ?? "");
  const amount_due = Math.max(0, total + balance);
  return ctx.db.invoices.put({
    ...invoice,
    lines: {
      object: "list",
      data: lines.slice(0, shownLines),
      has_more: lines.length > shownLines,
      url: `/v1/invoices/${invoice.id}/lines`,
    },
    subtotal,
    subtotal_excluding_tax: subtotal,
    total_discount_amounts,
    total_pretax_credit_amounts: total_discount_amounts.map((part) => ({ ...part, type: "discount" })),
    total,
    total_excluding_tax: total,
    starting_balance: balance,
    amount_due,
    amount_remaining: amount_due,
  });
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** After a draft's lines have changed. */
export function refresh(ctx: Context, before: Invoice): Invoice {
  const invoice = addUp(ctx, ctx.db.invoices.get(before.id));
  ctx.emit("invoice.updated", invoice, { before, customer: invoice.customer });
  return invoice;
}
