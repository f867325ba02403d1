import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { missingParam } from "../core/errors.ts";
import type { CheckoutLine, CheckoutSession } from "../core/objects.ts";
import { toCheckoutUrl } from "../pages/urls.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import { assertSessionParams } from "./assert-session-params.ts";
import { noSession } from "./no-session.ts";
import { SessionParams } from "./session-params.ts";
import { toCustomerDetails } from "./to-customer-details.ts";
import { toLines } from "./to-lines.ts";
import { toPaymentMethodTypes } from "./to-payment-method-types.ts";

const day = 86_400;

export const createSession = endpoint("POST", "/v1/checkout/sessions", SessionParams, (ctx, params) => {
  const { db } = ctx;
  assertSessionParams(params, ctx.wall());
  if (params.customer) db.customers.get(params.customer, "customer");
  const lines = toLines(ctx, params);
  const session = db.checkoutSessions.put(toSession(ctx, params, lines));
  const { customer_update, payment_intent_data, setup_intent_data, subscription_data } = params;
  const data = { customer_update, payment_intent_data, setup_intent_data, subscription_data };
  db.checkoutRecords.put({ id: session.id, lines, data, waiting: null });
  // By the sandbox's own clock: a customer's test clock does not hurry them at the page.
  ctx.schedule("checkout.expire", session.id, session.expires_at, null);
  return session;
});

function toSession(ctx: Context, params: SessionParams, lines: CheckoutLine[]): CheckoutSession {
  const id = ctx.db.newId("cs_test_", 58);
  const customer = params.customer ? ctx.db.customers.get(params.customer) : null;
  const currency = lines[0]?.currency ?? params.currency;
  if (!currency) throw missingParam("currency");
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  const isSetup = params.mode === "setup";
  return {
    ...noSession,
    id,
    adaptive_pricing: { enabled: params.adaptive_pricing?.enabled ?? false },
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount_subtotal: isSetup ? null : total,
    amount_total: isSetup ? null : total,
    automatic_tax: toAutomaticTax(params),
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created: ctx.wall(),
    currency,
    custom_text: {
      ...noSession.custom_text,
      submit: params.custom_text?.submit ?? null,
      after_submit: params.custom_text?.after_submit ?? null,
    },
    customer: customer?.id ?? null,
    customer_creation: toCustomerCreation(params),
    customer_details: toCustomerDetails({
      customer,
      email: customer?.email ?? params.customer_email ?? null,
      name: null,
    }),
    customer_email: params.customer_email ?? null,
    excluded_payment_method_types: params.excluded_payment_method_types,
    expires_at: params.expires_at ?? ctx.wall() + day,
    invoice_creation: params.mode === "payment" ? noInvoice : null,
    locale: params.locale ?? null,
    metadata: mergeMetadata({}, params.metadata),
    mode: params.mode,
    origin_context: params.origin_context ?? null,
    payment_method_collection:
      params.payment_method_collection ?? (isSetup ? "always" : toCollection(params)),
    payment_method_types: toPaymentMethodTypes(currency, params),
    payment_status: isSetup ? "no_payment_required" : "unpaid",
    phone_number_collection: { enabled: params.phone_number_collection?.enabled ?? false },
    submit_type: params.submit_type ?? null,
    success_url: params.success_url ?? null,
    tax_id_collection: params.tax_id_collection?.enabled
      ? { enabled: true, required: params.tax_id_collection.required ?? "never" }
      : undefined,
    total_details: isSetup ? null : { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: params.ui_mode,
    url: toCheckoutUrl(ctx, id),
  };
}

const toCollection = ({ mode }: SessionParams) => (mode === "subscription" ? "always" : "if_required");

function toCustomerCreation({ mode, customer, customer_creation }: SessionParams) {
  if (customer) return null;
  return customer_creation ?? (mode === "subscription" ? "always" : "if_required");
}

const toAutomaticTax = ({ automatic_tax }: SessionParams): CheckoutSession["automatic_tax"] =>
  automatic_tax?.enabled
    ? { enabled: true, liability: { type: "self" }, provider: "stripe", status: "requires_location_inputs" }
    : noSession.automatic_tax;

const noInvoice: CheckoutSession["invoice_creation"] = {
  enabled: false,
  invoice_data: {
    account_tax_ids: null,
    custom_fields: null,
    description: null,
    footer: null,
    issuer: null,
    metadata: {},
    rendering_options: null,
  },
};
