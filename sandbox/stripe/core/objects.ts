import type Stripe from "stripe";

/** An expandable field as it is kept: the id alone. */
type Unexpanded<T> = string extends Extract<T, string> ? Exclude<T, object> : T;

/** One of the SDK's objects as the API sends it, unexpanded: ids for objects, decimals as strings. */
export type Stored<T> = T extends Stripe.Decimal
  ? string
  : T extends (infer Item)[]
    ? Stored<Unexpanded<Item>>[]
    : T extends object
      ? { [Key in keyof T]: Stored<Unexpanded<T[Key]>> }
      : T;

export type Charge = Stored<Stripe.Charge>;
export type CheckoutLine = Stored<Stripe.LineItem>;
export type CheckoutSession = Stored<Stripe.Checkout.Session>;
export type Coupon = Stored<Stripe.Coupon>;
export type Customer = Stored<Stripe.Customer>;
export type CustomerBalanceTransaction = Stored<Stripe.CustomerBalanceTransaction>;
export type DeletedCustomer = Stored<Stripe.DeletedCustomer>;
export type Discount = Stored<Stripe.Discount>;
/** Of any type, those included that the SDK does not know yet. */
export type Event = Stored<Omit<Stripe.EventBase, "type">> & { type: string };
export type Invoice = Stored<Stripe.Invoice>;
export type InvoiceItem = Stored<Stripe.InvoiceItem>;
export type InvoiceLine = Stored<Stripe.InvoiceLineItem>;
export type InvoicePayment = Stored<Stripe.InvoicePayment>;
export type Meter = Stored<Stripe.Billing.Meter>;
export type MeterEvent = Stored<Stripe.Billing.MeterEvent>;
export type MeterEventSummary = Stored<Stripe.Billing.MeterEventSummary>;
export type PaymentIntent = Stored<Stripe.PaymentIntent>;
export type PaymentMethod = Stored<Stripe.PaymentMethod>;
export type Plan = Stored<Stripe.Plan>;
export type PortalConfiguration = Stored<Stripe.BillingPortal.Configuration>;
export type PortalSession = Stored<Stripe.BillingPortal.Session>;
export type Price = Stored<Stripe.Price>;
export type Product = Stored<Stripe.Product>;
export type SetupIntent = Stored<Stripe.SetupIntent>;
export type Subscription = Stored<Stripe.Subscription>;
export type SubscriptionItem = Stored<Stripe.SubscriptionItem>;
export type SubscriptionSchedule = Stored<Stripe.SubscriptionSchedule>;
export type TaxId = Stored<Stripe.TaxId>;
export type TestClock = Stored<Stripe.TestHelpers.TestClock>;
export type WebhookEndpoint = Stored<Stripe.WebhookEndpoint>;
