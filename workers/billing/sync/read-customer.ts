import type Stripe from "stripe";
import { withAllLines } from "../invoices/list-lines.ts";

const INVOICES = 24;

/** All that Stripe says of one customer, read anew. */
export interface StripeState {
  /** Null where it was deleted there. */
  customer: Stripe.Customer | null;
  /** Newest first, ended ones too. */
  subscriptions: Stripe.Subscription[];
  /** Of the subscriptions that have one. */
  schedules: Stripe.SubscriptionSchedule[];
  /** The latest with all their lines, newest first. */
  invoices: Stripe.Invoice[];
}

export async function readCustomer(stripe: Stripe, customerId: string): Promise<StripeState> {
  const customer = await stripe.customers.retrieve(customerId, { expand: ["tax_ids"] });
  if (customer.deleted) return { customer: null, subscriptions: [], schedules: [], invoices: [] };
  const [subscriptions, latest] = await Promise.all([
    stripe.subscriptions.list({ customer: customerId, status: "all", limit: 100, expand: ["data.schedule"] }),
    stripe.invoices.list({ customer: customerId, limit: INVOICES }),
  ]);
  const schedules = subscriptions.data.flatMap(({ schedule }) =>
    schedule && typeof schedule !== "string" ? [schedule] : [],
  );
  const invoices = await Promise.all(latest.data.map((invoice) => withAllLines(stripe, invoice)));
  return { customer, subscriptions: subscriptions.data, schedules, invoices };
}
