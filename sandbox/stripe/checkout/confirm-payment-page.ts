import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { resolvePaymentMethod } from "../payments/resolve-payment-method.ts";
import { Integer, Text } from "../wire/parameters.ts";
import { requireOpen, submitSession } from "./complete-session.ts";
import { toPaymentPage } from "./retrieve-payment-page.ts";

const Params = z.strictObject({ payment_method: Text, expected_amount: Integer.optional() });

/** What the hosted page sends when its customer pays. */
export const confirmPaymentPage = endpoint(
  "POST",
  "/v1/payment_pages/:session/confirm",
  Params,
  (ctx, { payment_method, expected_amount }, ids) => {
    const session = requireOpen(ctx, ids.session);
    if (expected_amount !== undefined && expected_amount !== (session.amount_total ?? 0))
      throw invalidRequest("The amount of this Checkout Session has changed.", { param: "expected_amount" });
    const { id, billing_details } = resolvePaymentMethod(ctx, payment_method, "payment_method");
    const email = session.customer_details?.email ?? billing_details.email;
    if (!email) throw invalidRequest("An email is required to complete this Checkout Session.");
    const payer = { email, name: billing_details.name ?? "" };
    submitSession(ctx, session.id, { payer, paymentMethod: id });
    return toPaymentPage(ctx.db.checkoutSessions.get(session.id));
  },
);
