import type { Context } from "../core/context.ts";
import { invalidRequest, StripeError } from "../core/errors.ts";
import type { PaymentMethod } from "../core/objects.ts";
import { toCardError } from "./card-error.ts";
import { findDecline } from "./declines.ts";
import { resolvePaymentMethod } from "./resolve-payment-method.ts";

/** Makes it the customer's to keep. A card that its bank declines at once cannot be kept. */
export function attachPaymentMethod(
  ctx: Context,
  { paymentMethod, customer }: { paymentMethod: string; customer: string },
): PaymentMethod {
  ctx.db.customers.get(customer, "customer");
  const method = resolvePaymentMethod(ctx, paymentMethod);
  if (method.customer === customer) return method;
  if (method.customer)
    throw invalidRequest("The payment method you provided has already been attached to a customer.", {
      code: "payment_method_unexpected_state",
    });
  const { attachable, behaviour } = ctx.db.paymentMethodRecords.get(method.id);
  const decline = attachable ? undefined : findDecline(behaviour);
  if (decline) throw new StripeError(402, toCardError(decline));
  const attached = ctx.db.paymentMethods.change(method.id, { customer });
  ctx.emit("payment_method.attached", attached, { customer });
  return attached;
}
