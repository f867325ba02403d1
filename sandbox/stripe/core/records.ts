import type { MeterEvent } from "./objects.ts";

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
  "expired_card",
  "incorrect_cvc",
  "processing_error",
  /** Needs the customer's confirmation once, then works off session. */
  "authenticate",
  /** Needs it at every charge. */
  "authenticate_always",
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
  /** Whether its owner has confirmed it once. */
  authenticated: boolean;
}

/** Of a customer, under its id. */
export interface CustomerRecord {
  id: string;
  /** Set by control: how each of this customer's cards behaves, whatever it is. */
  behaviour: CardBehaviour | null;
}

/** Of a subscription, under its id. Owned by subscriptions/. */
export interface SubscriptionRecord {
  id: string;
  /** The item periods paid for, by item id: what flexible billing credits. */
  debits: Record<
    string,
    { invoice: string; line: string; amount: number; quantity: number; price: string }[]
  >;
}

export interface MeterEventRecord extends MeterEvent {
  id: string;
  /** When it counts: some seconds after it came. */
  processed_at: number;
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

/** An event on its way to one endpoint. */
export interface Delivery {
  id: string;
  event: string;
  endpoint: string;
  /** The body as it is sent. */
  payload: string;
  attempts: number;
  /** The sandbox's time, in milliseconds. */
  due_at_ms: number;
  state: "waiting" | "delivered" | "given_up" | "dropped";
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
