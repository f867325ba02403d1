import type { Context } from "../core/context.ts";
import { createFromData, type PaymentMethodData } from "./payment-method-params.ts";
import { resolvePaymentMethod } from "./resolve-payment-method.ts";

/** The payment method that a request names or describes. */
export function findGivenMethod(
  ctx: Context,
  given: { payment_method?: string; payment_method_data?: PaymentMethodData },
): string | null {
  if (given.payment_method) return resolvePaymentMethod(ctx, given.payment_method, "payment_method").id;
  return given.payment_method_data ? createFromData(ctx, given.payment_method_data).id : null;
}
