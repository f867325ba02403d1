import { z } from "zod";
import type { Context } from "../core/context.ts";
import { StripeError } from "../core/errors.ts";
import { settingsOf } from "../faults/settings.ts";
import type { StripeAccount } from "../stripe-account.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const searches = { limit: 20, windowMs: second };
const requests = { limit: 25, windowMs: second };
const invoicesSoon = { limit: 10, windowMs: minute };
const invoicesInADay = { limit: 20, windowMs: 24 * hour };
const quantities = { limit: 200, windowMs: hour };

/** Throws if this is one request more than Stripe's sandbox takes. `now` is in milliseconds. */
export function assertBelowRate({ db, limiter }: StripeAccount, path: string, now: number): void {
  if (!settingsOf(db).rate_limits) return;
  const isSearch = path.endsWith("/search");
  if (isSearch && limiter.admit([{ key: "searches", ...searches }], now) > 0) throw limited("endpoint-rate");
  if (limiter.admit([{ key: "requests", ...requests }], now) > 0) throw limited("global-rate");
}

/** The same for what may be done to one subscription. */
export function assertBelowWriteLimits({ db, limiter }: StripeAccount, ctx: Context, now: number): void {
  if (!settingsOf(db).rate_limits) return;
  const budgets = ctx.happenings.flatMap(({ type, object, previous_attributes }) => {
    if (type === "invoice.created") return invoiceBudgets(object);
    const isQuantity = type === "customer.subscription.updated" && "items" in { ...previous_attributes };
    return isQuantity ? [{ key: `quantities ${toId(object)}`, ...quantities }] : [];
  });
  for (const budget of budgets) if (limiter.admit([budget], now) > 0) throw limited("resource-specific");
}

function invoiceBudgets(invoice: object) {
  const subscription = SubscriptionInvoice.safeParse(invoice).data?.parent.subscription_details.subscription;
  if (subscription === undefined) return [];
  return [
    { key: `invoices in a minute ${subscription}`, ...invoicesSoon },
    { key: `invoices in a day ${subscription}`, ...invoicesInADay },
  ];
}

const SubscriptionInvoice = z.object({
  parent: z.object({ subscription_details: z.object({ subscription: z.string() }) }),
});

const toId = (object: object) => z.object({ id: z.string() }).parse(object).id;

const limited = (reason: string) =>
  new StripeError(
    429,
    {
      type: "invalid_request_error",
      code: "rate_limit",
      message: "Request rate limit exceeded.",
    },
    { headers: { "Stripe-Rate-Limited-Reason": reason } },
  );
