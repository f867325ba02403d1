import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import type { PaymentMethod } from "../core/objects.ts";

export const detach = endpoint(
  "POST",
  "/v1/payment_methods/:method/detach",
  z.strictObject({}),
  (ctx, _, ids) => detachPaymentMethod(ctx, ids.method),
);

/** Takes it from its customer for good; nothing is charged to it any more. */
export function detachPaymentMethod(ctx: Context, id: string): PaymentMethod {
  const before = ctx.db.paymentMethods.get(id);
  const { customer } = before;
  if (!customer)
    throw invalidRequest(
      "The payment method you provided is not attached to a customer so detachment is impossible.",
      { code: "payment_method_unexpected_state" },
    );
  const method = ctx.db.paymentMethods.change(id, { customer: null });
  ctx.db.paymentMethodRecords.change(id, { spent: true });
  ctx.emit("payment_method.detached", method, { before, customer });
  forget(ctx, customer, id);
  return method;
}

/** Nothing may fall back on it. */
function forget(ctx: Context, customerId: string, method: string): void {
  const before = ctx.db.customers.get(customerId);
  const { invoice_settings } = before;
  if (invoice_settings.default_payment_method === method) {
    const changed = { ...invoice_settings, default_payment_method: null };
    const customer = ctx.db.customers.change(customerId, { invoice_settings: changed });
    ctx.emit("customer.updated", customer, { before, customer: customerId });
  }
  for (const subscription of ctx.db.subscriptions.where(
    ({ customer, default_payment_method }) => customer === customerId && default_payment_method === method,
  )) {
    const changed = ctx.db.subscriptions.change(subscription.id, { default_payment_method: null });
    ctx.emit("customer.subscription.updated", changed, { before: subscription, customer: customerId });
  }
}
