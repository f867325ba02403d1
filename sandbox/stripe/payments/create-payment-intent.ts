import type { Context } from "../core/context.ts";
import type { PaymentIntent } from "../core/objects.ts";
import { toMethodTypes } from "./to-method-types.ts";

export interface NewPaymentIntent {
  customer: string | null;
  paymentMethod: string | null;
  amount: number;
  currency: string;
  /** Whether the customer is away, and cannot be asked to confirm. */
  offSession: boolean;
  description: string | null;
  invoice: string | null;
  metadata?: Record<string, string>;
  /** What its own endpoint may set beside. */
  more?: Partial<PaymentIntent>;
}

/** A payment to be made, which nobody has tried yet. */
export function createPaymentIntent(ctx: Context, given: NewPaymentIntent): PaymentIntent {
  const intent = putPaymentIntent(ctx, given);
  ctx.emit("payment_intent.created", intent, { customer: given.customer });
  return intent;
}

/** Without the event, for those who tell of it later. */
export function putPaymentIntent(ctx: Context, given: NewPaymentIntent): PaymentIntent {
  const id = ctx.db.newId("pi_");
  ctx.db.paymentIntentRecords.put({ id, invoice: given.invoice, offSession: given.offSession });
  return ctx.db.paymentIntents.put({
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: given.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic",
    client_secret: `${id}_secret_${ctx.db.newId("", 25)}`,
    confirmation_method: "automatic",
    created: ctx.now(given.customer),
    currency: given.currency,
    customer: given.customer,
    customer_account: null,
    description: given.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: given.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: given.paymentMethod,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: toMethodTypes(given.currency),
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: isForSubscription(ctx, given.invoice) ? "off_session" : null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: given.paymentMethod ? "requires_confirmation" : "requires_payment_method",
    transfer_data: null,
    transfer_group: null,
    ...given.more,
  });
}

/** What pays for a subscription once pays for it again. */
const isForSubscription = (ctx: Context, invoice: string | null): boolean =>
  Boolean(invoice && ctx.db.invoices.find(invoice)?.parent?.subscription_details);
