import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Invoice } from "../core/objects.ts";
import { redeemCoupon } from "../coupons/redeem-coupon.ts";
import { addUp } from "./amounts.ts";
import { assertPreview } from "./assert-preview.ts";
import { bill } from "./bill.ts";
import { itemOf } from "./change-invoice-item.ts";
import { cutPreview } from "./cut-preview.ts";
import { linesOf } from "./lines-of.ts";
import { dueWith, pendingItemsOf } from "./pending-items.ts";
import { addPreviewItems } from "./preview-items.ts";
import { PreviewParams } from "./preview-params.ts";
import { rehearseSubscription } from "./preview-subscription.ts";
import { rehearse } from "./rehearse.ts";
import { nextTask, runUntilBilled } from "./run-until-billed.ts";
import { toPreview } from "./to-preview.ts";

/** Does all of it for real, looks at the invoice, and takes everything back. */
export const createPreview = endpoint("POST", "/v1/invoices/create_preview", PreviewParams, (ctx, params) => {
  assertPreview(params);
  const scheduled = params.schedule ? ctx.db.schedules.get(params.schedule, "schedule").subscription : null;
  const named = params.subscription ?? scheduled ?? null;
  const existing = named ? ctx.db.subscriptions.get(named, "subscription") : null;
  const customer = params.customer ?? existing?.customer ?? "";
  ctx.db.customers.get(customer, "customer");
  if (existing && existing.customer !== customer)
    throw invalidRequest(`The subscription ${named} does not belong to the customer ${customer}.`, {
      param: "subscription",
    });
  const known = new Set(ctx.db.invoices.by("customer", customer).map(({ id }) => id));
  const preview = rehearse(ctx, () => {
    const isNew = ({ id, billing_reason: reason }: Invoice) =>
      !known.has(id) && (params.preview_mode === "next" || reason !== "subscription_update");
    const details = params.subscription_details;
    const creates = existing === null && details?.items !== undefined;
    const subscription = existing?.id ?? (creates ? null : nextToBill(ctx, customer));
    addPreviewItems(ctx, customer, { items: params.invoice_items ?? [], subscription });
    const changed = details ? rehearseSubscription(ctx, { customer, subscription, details }) : subscription;
    const invoice = changed
      ? runUntilBilled(ctx, { id: changed, customer }, isNew)
      : billPending(ctx, customer);
    if (!invoice)
      throw invalidRequest(`No upcoming invoices for customer: ${customer}`, {
        code: "invoice_upcoming_none",
        status: 404,
      });
    const shown = adjust(ctx, invoice, params);
    const changes = existing && (details?.items || details?.trial_end !== undefined);
    return toPreview(ctx, shown, changes ? (details.proration_date ?? ctx.now(customer)) : undefined);
  });
  return cutPreview(ctx, preview);
});

/** The customer's subscription that something happens to first. */
function nextToBill(ctx: Context, customer: string): string | null {
  const due = ctx.db.subscriptions.by("customer", customer).flatMap(({ id }) => {
    const task = nextTask(ctx, id);
    return task ? [{ id, at: task.at }] : [];
  });
  return due.sort((a, b) => a.at - b.at)[0]?.id ?? null;
}

function billPending(ctx: Context, customer: string): Invoice | undefined {
  if (pendingItemsOf(ctx, dueWith(customer, null)).length === 0) return;
  const { invoice } = bill(ctx, {
    customer,
    subscription: null,
    reason: "manual",
    lines: [],
    sweepPending: true,
    finalize: "later",
    pay: "leave_open",
    offSession: true,
  });
  return invoice;
}

/** With only what comes again each time, if that was asked, and with other discounts. */
function adjust(ctx: Context, invoice: Invoice, { preview_mode, discounts }: PreviewParams): Invoice {
  if (preview_mode === "next" && !discounts) return invoice;
  if (preview_mode === "recurring")
    for (const line of linesOf(ctx.db, invoice.id)) if (itemOf(line)) ctx.db.invoiceLines.remove(line.id);
  const redeemed = discounts?.map(
    ({ coupon }) => redeemCoupon(ctx, { coupon, customer: invoice.customer ?? "", subscription: null }).id,
  );
  return addUp(ctx, { ...invoice, discounts: redeemed ?? invoice.discounts });
}
