import type { Context } from "../core/context.ts";
import type { PaymentMethod } from "../core/objects.ts";
import type { CardBehaviour } from "../core/records.ts";
import { type BillingDetails, mergeBillingDetails, noBillingDetails } from "./billing-details.ts";
import { requireCard } from "./require-card.ts";
import { testRoutingNumber, toIbanBehaviour, toUsBehaviour, workingIban } from "./test-bank-accounts.ts";
import type { TestCard } from "./test-cards.ts";
import { toFingerprint } from "./to-fingerprint.ts";

export interface NewPaymentMethod {
  type: "card" | "us_bank_account" | "sepa_debit";
  /** Of the card or account, or the IBAN; one that works if left out. */
  number?: string;
  /** In place of a card's number. */
  card?: TestCard;
  exp_month?: number;
  exp_year?: number;
  cvc?: string;
  /** In place of the one that the number has. */
  behaviour?: CardBehaviour;
  billing_details?: BillingDetails;
  allow_redisplay?: PaymentMethod["allow_redisplay"];
  metadata?: Record<string, string>;
  /** `card_` for a legacy source, which is a payment method too. */
  idPrefix?: "pm_" | "card_";
}

export function createPaymentMethod(ctx: Context, given: NewPaymentMethod): PaymentMethod {
  const { behaviour, attachable, details } = toDetails(ctx, given);
  const method = ctx.db.paymentMethods.put({
    id: ctx.db.newId(given.idPrefix ?? "pm_"),
    object: "payment_method",
    allow_redisplay: given.allow_redisplay ?? "unspecified",
    billing_details: mergeBillingDetails(noBillingDetails, given.billing_details),
    created: ctx.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: given.metadata ?? {},
    type: given.type,
    ...details,
  });
  ctx.db.paymentMethodRecords.put({
    id: method.id,
    behaviour: given.behaviour ?? behaviour,
    attachable: given.behaviour !== undefined || attachable,
    authenticated: false,
    spent: false,
  });
  return method;
}

interface Details {
  behaviour: CardBehaviour;
  attachable: boolean;
  details: Pick<PaymentMethod, "card" | "us_bank_account" | "sepa_debit">;
}

function toDetails(ctx: Context, given: NewPaymentMethod): Details {
  if (given.type === "us_bank_account") return toUsBankAccount(given.number ?? "000123456789");
  if (given.type === "sepa_debit") return toSepaDebit(given.number ?? workingIban);
  const card = given.card ?? requireCard(given.number ?? "4242424242424242");
  const { behaviour, attachable } = card;
  return { behaviour, attachable, details: { card: toCard(ctx, card, given) } };
}

function toCard(ctx: Context, card: TestCard, given: NewPaymentMethod): PaymentMethod["card"] {
  const thisYear = new Date(ctx.now() * 1000).getUTCFullYear();
  return {
    brand: card.brand,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: given.cvc ? "unchecked" : null,
    },
    country: card.country,
    display_brand: card.brand === "amex" ? "american_express" : card.brand,
    exp_month: given.exp_month ?? 12,
    exp_year: given.exp_year ?? thisYear + 4,
    fingerprint: toFingerprint(card.number),
    funding: card.funding,
    generated_from: null,
    last4: card.number.slice(-4),
    networks: { available: [card.brand], preferred: null },
    regulated_status: "unregulated",
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}

const toUsBankAccount = (number: string): Details => ({
  behaviour: toUsBehaviour(number),
  attachable: true,
  details: {
    us_bank_account: {
      account_holder_type: "individual",
      account_type: "checking",
      bank_name: "STRIPE TEST BANK",
      financial_connections_account: null,
      fingerprint: toFingerprint(number),
      last4: number.slice(-4),
      networks: { preferred: "ach", supported: ["ach"] },
      routing_number: testRoutingNumber,
      status_details: null,
    },
  },
});

const toSepaDebit = (iban: string): Details => ({
  behaviour: toIbanBehaviour(iban),
  attachable: true,
  details: {
    sepa_debit: {
      bank_code: iban.slice(4, 12),
      branch_code: null,
      country: iban.slice(0, 2),
      fingerprint: toFingerprint(iban),
      generated_from: { charge: null, setup_attempt: null },
      last4: iban.slice(-4),
    },
  },
});
