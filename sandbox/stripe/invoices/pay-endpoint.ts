import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { StripeError } from "../core/errors.ts";
import { resolvePaymentMethod } from "../payments/resolve-payment-method.ts";
import { Bool, Text } from "../wire/parameters.ts";
import { findMethod, payInvoice } from "./pay-invoice.ts";
import { noPaymentMethod } from "./to-payment-error.ts";

const Params = z.strictObject({
  off_session: Bool.default(true),
  paid_out_of_band: Bool.default(false),
  payment_method: Text.optional(),
});

/** What a failed try did to the invoice stays done. */
export const payEndpoint = endpoint("POST", "/v1/invoices/:invoice/pay", Params, (ctx, params, ids) => {
  const { payment_method, off_session, paid_out_of_band } = params;
  const former = ctx.db.invoices.get(ids.invoice);
  const isUnpaid = former.status !== "paid" && former.status !== "void";
  const asksForMoney = isUnpaid && former.amount_remaining > 0 && !paid_out_of_band;
  if (asksForMoney && !payment_method && !findMethod(ctx, former))
    throw new StripeError(400, noPaymentMethod);
  const { invoice, error } = payInvoice(ctx, former.id, {
    paymentMethod: payment_method && resolvePaymentMethod(ctx, payment_method, "payment_method").id,
    offSession: off_session,
    paidOutOfBand: paid_out_of_band,
  });
  if (error) throw new StripeError(402, error, { keepsChanges: true });
  return invoice;
});
