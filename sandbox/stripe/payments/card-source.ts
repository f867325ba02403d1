import type Stripe from "stripe";
import type { PaymentMethod, Stored } from "../core/objects.ts";

export type CardSource = Stored<Stripe.Card>;

/** A payment method whose id begins with `card_`, as the older calls show it. */
export function toCardSource({ id, card, customer, billing_details, metadata }: PaymentMethod): CardSource {
  if (!card) throw new Error(`${id} is not a card`);
  const { address, name } = billing_details;
  return {
    id,
    object: "card",
    address_city: address?.city ?? null,
    address_country: address?.country ?? null,
    address_line1: address?.line1 ?? null,
    address_line1_check: null,
    address_line2: address?.line2 ?? null,
    address_state: address?.state ?? null,
    address_zip: address?.postal_code ?? null,
    address_zip_check: null,
    brand: brandNames[card.brand] ?? "Unknown",
    country: card.country,
    customer,
    cvc_check: null,
    dynamic_last4: null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    fingerprint: card.fingerprint,
    funding: card.funding,
    last4: card.last4,
    metadata,
    name,
    regulated_status: card.regulated_status,
    tokenization_method: null,
  };
}

const brandNames: Record<string, string> = {
  visa: "Visa",
  mastercard: "MasterCard",
  amex: "American Express",
  discover: "Discover",
  diners: "Diners Club",
  jcb: "JCB",
  unionpay: "UnionPay",
};
