import type { CheckoutData, CheckoutPayer } from "../checkout/checkout-data.ts";
import type { CheckoutLine, InvoiceLine, Subscription } from "./objects.ts";

/** What Stripe must remember and shows nobody. Times are in seconds, as in its API, unless the name says otherwise. */

export interface Counter {
  id: string;
  count: number;
}

/** How a card or bank account answers when it is charged. */
export const cardBehaviours = [
  "succeeds",
  "declined",
  "insufficient_funds",
  "lost_card",
  "stolen_card",
  "fraudulent",
  "expired_card",
  "incorrect_cvc",
  "processing_error",
  /** Needs the customer's confirmation once, then works off session. */
  "authenticate",
  /** Needs it at every charge. */
  "authenticate_always",
  /** Needs it at every charge, and is declined after. */
  "authenticate_then_decline",
  /** A bank debit that takes days, and succeeds. */
  "settles_later",
  /** A bank debit that takes days, and fails. */
  "fails_later",
] as const;
export type CardBehaviour = (typeof cardBehaviours)[number];

/** Of a payment method, under its id. */
export interface PaymentMethodRecord {
  id: string;
  behaviour: CardBehaviour;
  /** Whether its bank lets a customer keep it. */
  attachable: boolean;
  /** Whether its owner has confirmed it once. */
  authenticated: boolean;
  /** Detached, or used without a customer: good for nothing more. */
  spent: boolean;
}

/** All lines of a preview that shows only the first of them, under its id. */
export interface PreviewRecord {
  id: string;
  lines: InvoiceLine[];
}

/** Of a payment intent, under its id. */
export interface PaymentIntentRecord {
  id: string;
  invoice: string | null;
  /** Whether its customer is away, and cannot be asked to confirm. */
  offSession: boolean;
}

/** Of a customer, under its id. */
export interface CustomerRecord {
  id: string;
  /** Set by control: how each of this customer's cards behaves, whatever it is. */
  behaviour: CardBehaviour | null;
}

/** A step of a tiered price; `up_to` is null for the last. */
export interface PriceTier {
  flat_amount: number | null;
  flat_amount_decimal: string | null;
  unit_amount: number | null;
  unit_amount_decimal: string | null;
  up_to: number | null;
}

/** Of a tiered price, under its id: shown only when asked for. */
export interface PriceRecord {
  id: string;
  tiers: PriceTier[];
}

/** Time of a subscription's item that is charged for: what a proration may give back. */
export interface Debit {
  item: string;
  price: string;
  quantity: number;
  start: number;
  end: number;
  /** What a full interval costs after discounts, and how many seconds that is. */
  amount: number;
  interval: number;
  /** The invoice or the invoice item that charges for it. */
  source: string;
}

/** Of a subscription, under its id. Owned by subscriptions/. */
export interface SubscriptionRecord {
  id: string;
  debits: Debit[];
  /** What becomes of it once this invoice is paid: `pending_update` in full. */
  pending: { invoice: string; subscription: Subscription; debits: Debit[] } | null;
}

export interface MeterEventRecord {
  id: string;
  meter: string;
  /** None if it names nobody that there is: then it counts for nobody. */
  customer: string | null;
  identifier: string;
  value: number;
  timestamp: number;
  /** By the customer's clock. */
  created: number;
  /** By the sandbox's. */
  received: number;
  canceled: boolean;
}

export interface SavedAnswer {
  /** The key. */
  id: string;
  request: string;
  /** Method, path and parameters, to tell another request under the same key. */
  fingerprint: string;
  status: number;
  body: string;
  created: number;
}

/** Of an event, under its id. */
export interface EventRecord {
  id: string;
  /** The id of what it is about, if that has one. */
  object: string | null;
  customer: string | null;
  /** By the sandbox's clock, whatever a test clock said. */
  recorded_at: number;
  /** The endpoints that have not answered it. */
  waiting: string[];
  /** Whether one has, or none was there to get it. */
  is_acknowledged: boolean;
}

/** An event on its way to one endpoint. */
export interface Delivery {
  id: string;
  event: string;
  endpoint: string;
  /** The order in which those go out that are due at once. */
  sequence: number;
  /** The tries that failed. */
  failures: number;
  /** The sandbox's time, in milliseconds. Null is when a newer event of the same object has gone out. */
  due_at_ms: number | null;
}

/** One request to an endpoint, and what came back. */
export interface DeliveryAttempt {
  id: string;
  event: string;
  type: string;
  endpoint: string;
  at_ms: number;
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Null if nobody answered in time. */
  status: number | null;
  response: string;
}

/** What happens by itself at a time: `kind` names the handler, `object` what it is about. */
export interface Task {
  /** Kind and object: a task set again replaces the former. */
  id: string;
  kind: string;
  object: string;
  at: number;
  /** The test clock that `at` is read on; null for the sandbox's own. */
  clock: string | null;
}

/** Of a checkout session, under its id. */
export interface CheckoutRecord {
  id: string;
  lines: CheckoutLine[];
  data: CheckoutData;
  /** Who waits for their bank to ask them, and with which payment method. */
  waiting: { payer: CheckoutPayer; paymentMethod: string } | null;
}

/** One fact about the account as a whole. */
export interface Setting {
  id: string;
  value: string;
}

/** Of an invoice, under its id. */
export interface InvoiceRecord {
  id: string;
  /** What the addresses of its page and its PDF end in. */
  token: string;
  /** A payment method that its bank will never let pay this: not tried again. */
  refused: string | null;
}
