import type { Context } from "../core/context.ts";
import type { Charge, PaymentIntent, PaymentMethod } from "../core/objects.ts";
import type { Decline } from "./declines.ts";

interface Result {
  status: "succeeded" | "pending" | "failed";
  captured: boolean;
  declined?: Decline;
}

/** One try to take the money, whatever came of it. */
export function createCharge(
  ctx: Context,
  intent: PaymentIntent,
  method: PaymentMethod,
  { status, captured, declined }: Result,
): Charge {
  return ctx.db.charges.put({
    id: ctx.db.newId("ch_"),
    object: "charge",
    amount: intent.amount,
    amount_captured: captured && status === "succeeded" ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: "SANDBOX",
    captured,
    created: ctx.now(intent.customer),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: declined?.code ?? null,
    failure_message: declined?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: toOutcome(declined),
    paid: status === "succeeded",
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: toMethodDetails(intent, method),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status,
    transfer_data: null,
    transfer_group: null,
  });
}

export function toOutcome(declined: Decline | undefined): Charge["outcome"] {
  if (!declined)
    return {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: "approved_by_network",
      reason: null,
      risk_level: "normal",
      risk_score: 20,
      seller_message: "Payment complete.",
      type: "authorized",
    };
  return {
    advice_code: declined.advice_code,
    network_advice_code: null,
    network_decline_code: null,
    network_status: "declined_by_network",
    reason: declined.decline_code,
    risk_level: "normal",
    risk_score: 20,
    seller_message: "The bank did not return any further details with this decline.",
    type: "issuer_declined",
  };
}

function toMethodDetails(intent: PaymentIntent, method: PaymentMethod): Charge["payment_method_details"] {
  const { type, card, us_bank_account, sepa_debit } = method;
  if (us_bank_account) {
    const { account_holder_type, account_type, bank_name, fingerprint, last4, routing_number } =
      us_bank_account;
    const shown = { account_holder_type, account_type, bank_name, fingerprint, last4, routing_number };
    return { type, us_bank_account: { ...shown, payment_reference: null } };
  }
  if (sepa_debit) {
    const { bank_code, branch_code, country, fingerprint, last4 } = sepa_debit;
    return { type, sepa_debit: { bank_code, branch_code, country, fingerprint, last4, mandate: null } };
  }
  if (!card) return { type };
  const { brand, checks, country, exp_month, exp_year, fingerprint, funding, last4 } = card;
  return {
    type,
    card: {
      amount_authorized: intent.amount,
      authorization_code: null,
      brand,
      checks,
      country,
      electronic_commerce_indicator: null,
      exp_month,
      exp_year,
      fingerprint,
      funding,
      installments: null,
      last4,
      mandate: null,
      network: brand,
      network_transaction_id: null,
      regulated_status: card.regulated_status,
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}
