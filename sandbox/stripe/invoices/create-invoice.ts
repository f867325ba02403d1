import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest, missingParam } from "../core/errors.ts";
import { Currency, Text } from "../wire/parameters.ts";
import { addUp } from "./amounts.ts";
import { toInvoiceChanges } from "./apply-invoice-fields.ts";
import { invoiceFields } from "./invoice-fields.ts";
import { newInvoice } from "./new-invoice.ts";
import { type ItemScope, onlyOf, pendingItemsOf, sweepPendingItems } from "./pending-items.ts";
import { scheduleFinalization } from "./schedule-finalization.ts";

const Params = z.strictObject({
  ...invoiceFields,
  currency: Currency.optional(),
  customer: Text.optional(),
  pending_invoice_items_behavior: z.enum(["exclude", "include"]).optional(),
  subscription: Text.optional(),
});

export const createInvoice = endpoint("POST", "/v1/invoices", Params, (ctx, params) => {
  const subscription = params.subscription
    ? ctx.db.subscriptions.get(params.subscription, "subscription")
    : null;
  const customer = params.customer ?? subscription?.customer;
  if (!customer) throw missingParam("customer");
  const scope = subscription ? onlyOf(customer, subscription.id) : { customer, takes: () => true };
  const sweeps = params.pending_invoice_items_behavior === "include" || subscription !== null;
  if (subscription) assertSomethingPending(ctx, scope);
  const at = ctx.now(customer);
  const { id, ...draft } = newInvoice(ctx, {
    customer,
    subscription,
    reason: "manual",
    currency: params.currency ?? toCurrency(ctx, scope, sweeps),
    period: { start: at, end: at },
    at,
  });
  const unnamed = { ...draft, id, auto_advance: false, collection_method: "charge_automatically" } as const;
  ctx.db.invoices.put({ ...unnamed, ...toInvoiceChanges(ctx, { ...unnamed, due_date: null }, params) });
  if (sweeps) sweepPendingItems(ctx, id, scope);
  const invoice = addUp(ctx, ctx.db.invoices.get(id));
  scheduleFinalization(ctx, invoice);
  ctx.emit("invoice.created", invoice, { customer });
  return invoice;
});

function assertSomethingPending(ctx: Context, scope: ItemScope): void {
  if (pendingItemsOf(ctx, scope).length === 0)
    throw invalidRequest("Nothing to invoice for subscription", {
      code: "invoice_no_subscription_line_items",
    });
}

function toCurrency(ctx: Context, scope: ItemScope, sweeps: boolean): string {
  const [item] = sweeps ? pendingItemsOf(ctx, scope) : [];
  return item?.currency ?? ctx.db.customers.get(scope.customer, "customer").currency ?? "usd";
}
