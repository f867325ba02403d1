import type Stripe from "stripe";
import { addCustomer, at, stripe } from "../subscriptions/testing.ts";

export { at, stripe };

/** A customer with a card, on a clock of their own. */
export async function newCustomer(frozen: string) {
  const { id: customer, advance } = await addCustomer(frozen);
  return { customer, advance };
}

export async function newPrice(unit_amount: number, interval: "month" | "year" = "month"): Promise<string> {
  const product_data = { name: `Plan for ${unit_amount}` };
  const { id } = await stripe.prices.create({
    currency: "usd",
    unit_amount,
    product_data,
    recurring: { interval },
  });
  return id;
}

/** A subscription under a schedule whose one phase is its current period. */
export async function newScheduled(frozen: string, items: Stripe.SubscriptionCreateParams.Item[]) {
  const { customer, advance } = await newCustomer(frozen);
  const subscription = await stripe.subscriptions.create({ customer, items });
  const schedule = await stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
  return { customer, advance, subscription, schedule };
}

/** The current phase as it is, to send along with those that follow. */
export function currentPhase({ phases }: Stripe.SubscriptionSchedule) {
  const [phase] = phases;
  if (!phase) throw new Error("A schedule without phases");
  const { start_date, end_date } = phase;
  const items = phase.items.map(({ price, quantity }) => ({ price: String(price), quantity }));
  return { start_date, end_date, items };
}

/** What each item of a subscription is: its price and how many. */
export async function itemsOf(subscription: string): Promise<[string, number | undefined][]> {
  const { items } = await stripe.subscriptions.retrieve(subscription);
  return items.data.map(({ price, quantity }) => [price.id, quantity]);
}

/** Amount and reason of each invoice, oldest first. */
export async function billed(customer: string): Promise<[number, string | null][]> {
  const { data } = await stripe.invoices.list({ customer, limit: 100 });
  return data.map(({ total, billing_reason }): [number, string | null] => [total, billing_reason]).reverse();
}

/** The types of the events about a schedule, oldest first. */
export async function told(schedule: string): Promise<string[]> {
  const { data } = await stripe.events.list({ type: "subscription_schedule.*", limit: 100 });
  const own = data.filter((event) => Reflect.get(event.data.object, "id") === schedule);
  return own.map(({ type }) => type.replace("subscription_schedule.", "")).reverse();
}
