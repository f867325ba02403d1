import type { Context } from "../core/context.ts";
import { missingParam, StripeError } from "../core/errors.ts";
import type { CheckoutSession } from "../core/objects.ts";
import { confirmSetupIntent } from "../payments/confirm-setup-intent.ts";
import { createSetupIntent } from "../payments/create-setup-intent.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import type { Made, Payment } from "./complete-session.ts";

/** Keeps the payment method for later. */
export function makeSetup(ctx: Context, { id }: CheckoutSession, { customer, paymentMethod }: Payment): Made {
  if (!paymentMethod) throw missingParam("payment_method");
  const { description = null, metadata } = ctx.db.checkoutRecords.get(id).data.setup_intent_data ?? {};
  const intent = createSetupIntent(ctx, {
    customer,
    paymentMethod,
    metadata: mergeMetadata({}, metadata),
    more: { description },
  });
  // The bank has been asked on the page before this.
  const { error, setupIntent } = confirmSetupIntent(ctx, intent.id, { authenticated: true });
  if (error) throw new StripeError(402, error);
  return { setup_intent: setupIntent.id, payment_status: "no_payment_required" };
}
