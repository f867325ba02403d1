import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";
import { collectionSettings } from "./collection-settings.ts";

const day = 86_400;

/** Whether Stripe goes on trying by itself. What starts a subscription is for its customer to pay. */
export const isRetried = (ctx: Context, { auto_advance, collection_method, ...invoice }: Invoice): boolean =>
  auto_advance === true &&
  collection_method === "charge_automatically" &&
  invoice.billing_reason !== "subscription_create" &&
  !ctx.db.subscriptions.find(invoice.parent?.subscription_details?.subscription ?? "")?.pending_update;

/** When it is tried again after `failures` failures; null if that was the last time. */
export function toNextAttempt(ctx: Context, invoice: Invoice, failures: number): number | null {
  const days = collectionSettings(ctx.db).retry_after_days[failures - 1];
  return days && isRetried(ctx, invoice) ? ctx.now(invoice.customer) + days * day : null;
}

export function scheduleRetry(ctx: Context, { id, customer, next_payment_attempt }: Invoice): void {
  if (next_payment_attempt) ctx.schedule("invoice.retry", id, next_payment_attempt, customer);
}
