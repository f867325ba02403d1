import type Stripe from "stripe";

const INVOICES = 24;

/** All that Stripe says of one customer, read anew. */
export interface StripeState {
  /** Null where it was deleted there. */
  customer: Stripe.Customer | null;
  /** Newest first, ended ones too. */
  subscriptions: Stripe.Subscription[];
  /** Of the subscriptions that have one. */
  schedules: Stripe.SubscriptionSchedule[];
  /** The latest, newest first. */
  invoices: Stripe.Invoice[];
}

export async function readCustomer(stripe: Stripe, customerId: string): Promise<StripeState> {
  const customer = await stripe.customers.retrieve(customerId, { expand: ["tax_ids"] });
  if (customer.deleted) return { customer: null, subscriptions: [], schedules: [], invoices: [] };
  const [subscriptions, invoices] = await Promise.all([
    stripe.subscriptions.list({ customer: customerId, status: "all", limit: 100, expand: ["data.schedule"] }),
    stripe.invoices.list({ customer: customerId, limit: INVOICES }),
  ]);
  const schedules = subscriptions.data.flatMap(({ schedule }) =>
    schedule && typeof schedule !== "string" ? [schedule] : [],
  );
  return { customer, subscriptions: subscriptions.data, schedules, invoices: invoices.data };
}
