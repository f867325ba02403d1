import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { missingParam } from "../core/errors.ts";
import { claimCurrency } from "../customers/claim-currency.ts";
import { Currency, Text } from "../wire/parameters.ts";
import { refresh } from "./amounts.ts";
import { assertDraft } from "./assert-status.ts";
import { createInvoiceItem } from "./create-invoice-item.ts";
import { itemFields } from "./item-fields.ts";
import { putItemOn } from "./pending-items.ts";
import { toNewLine } from "./to-new-line.ts";

const Params = z.strictObject({
  ...itemFields,
  currency: Currency.optional(),
  customer: Text.optional(),
  invoice: Text.optional(),
  subscription: Text.optional(),
});

export const createInvoiceItemEndpoint = endpoint("POST", "/v1/invoiceitems", Params, (ctx, params) => {
  const { currency, customer, invoice, subscription, ...fields } = params;
  if (!customer) throw missingParam("customer");
  const { currency: settled } = ctx.db.customers.get(customer, "customer");
  if (subscription) ctx.db.subscriptions.get(subscription, "subscription");
  const draft = invoice ? requireDraft(ctx, invoice) : null;
  const at = ctx.now(customer);
  const line = toNewLine(ctx, fields, {
    currency: currency ?? draft?.currency ?? settled ?? undefined,
    subscription: subscription ?? null,
    at,
  });
  claimCurrency(ctx, customer, line.currency);
  const item = createInvoiceItem(ctx, customer, line, at, draft?.id);
  if (!draft) return item;
  putItemOn(ctx, draft.id, item);
  refresh(ctx, draft);
  return item;
});

function requireDraft({ db }: Context, id: string) {
  const invoice = db.invoices.get(id, "invoice");
  assertDraft(invoice);
  return invoice;
}
