import type { Context } from "../core/context.ts";
import type { SetupIntent } from "../core/objects.ts";

export interface NewSetupIntent {
  customer: string | null;
  paymentMethod?: string | null;
  usage?: "off_session" | "on_session";
  metadata?: Record<string, string>;
  /** What its own endpoint may set beside. */
  more?: Partial<SetupIntent>;
}

/** A payment method to be made ready for later charges. */
export function createSetupIntent(ctx: Context, given: NewSetupIntent): SetupIntent {
  const id = ctx.db.newId("seti_");
  const intent = ctx.db.setupIntents.put({
    id,
    object: "setup_intent",
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${ctx.db.newId("", 30)}`,
    created: ctx.now(given.customer),
    customer: given.customer,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: given.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: given.paymentMethod ?? null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ["card", "us_bank_account", "sepa_debit"],
    single_use_mandate: null,
    status: given.paymentMethod ? "requires_confirmation" : "requires_payment_method",
    usage: given.usage ?? "off_session",
    ...given.more,
  });
  ctx.emit("setup_intent.created", intent, { customer: given.customer });
  return intent;
}
