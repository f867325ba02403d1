import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import type { CheckoutSession } from "../core/objects.ts";

/** What the hosted page itself asks; not part of the documented API, but the official CLI's fixtures use it. */
export const retrievePaymentPage = endpoint(
  "GET",
  "/v1/payment_pages/:session",
  z.strictObject({}),
  ({ db }, _, { session }) => toPaymentPage(db.checkoutSessions.get(session)),
);

export const toPaymentPage = (session: CheckoutSession) => ({
  id: session.id.replace("cs_test_", "ppage_"),
  object: "checkout.payment_page",
  session_id: session.id,
  amount_total: session.amount_total,
  currency: session.currency,
  livemode: false,
  mode: session.mode,
  payment_intent: session.payment_intent,
  payment_method_types: session.payment_method_types,
  payment_status: session.payment_status,
  setup_intent: session.setup_intent,
  status: session.status,
  subscription: session.subscription,
});
