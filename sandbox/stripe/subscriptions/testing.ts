import type Stripe from "stripe";
import { stripeClient } from "../testing.ts";

export const stripe = stripeClient();

export const at = (iso: string) => Date.parse(iso) / 1000;

/** A customer on a clock of its own, with a card that works unless another is named. */
export async function addCustomer(from: string, card: string | null = "pm_card_visa") {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: at(from) });
  const { id } = await stripe.customers.create({ test_clock: clock.id });
  if (card) await useCard(id, card);
  return { id, advance: (to: string | number) => advance(clock.id, to) };
}

export async function useCard(customer: string, card: string): Promise<void> {
  const method = await stripe.paymentMethods.attach(card, { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: method.id } });
}

async function advance(clock: string, to: string | number): Promise<void> {
  const frozen_time = typeof to === "string" ? at(to) : to;
  await stripe.testHelpers.testClocks.advance(clock, { frozen_time });
}

/** A subscription of such a customer to one listing a month, unless told otherwise. */
export async function subscribe(
  from: string,
  card: string | null = "pm_card_visa",
  more: Partial<Stripe.SubscriptionCreateParams> = {},
) {
  const customer = await addCustomer(from, card);
  const items = [{ price: await addPrice() }];
  const subscription = await stripe.subscriptions.create({ customer: customer.id, items, ...more });
  const { id, items: made } = subscription;
  return { customer, subscription, id, item: made.data[0]?.id ?? "" };
}

type PriceFields = Omit<Stripe.PriceCreateParams, "currency">;

/** $5.00 a month for an active listing, unless told otherwise. */
export async function addPrice({ recurring, ...fields }: PriceFields = {}): Promise<string> {
  const price = await stripe.prices.create({
    currency: "usd",
    product_data: { name: "Active listing" },
    recurring: { interval: "month", ...recurring },
    ...(fields.billing_scheme === "tiered" ? {} : { unit_amount: 500 }),
    ...fields,
  });
  return price.id;
}

/** The lines of an invoice, in the order of their amounts. */
export async function linesOf(invoice: string) {
  const { data } = await stripe.invoices.listLineItems(invoice, { limit: 100 });
  return data.map(({ amount, description }) => ({ amount, description })).sort((a, b) => a.amount - b.amount);
}

export function latestInvoice({ latest_invoice }: Stripe.Subscription): string {
  return typeof latest_invoice === "string" ? latest_invoice : (latest_invoice?.id ?? "");
}

/** The types of what was told of a customer, oldest first. */
export async function eventTypes(customer: string): Promise<string[]> {
  const { data } = await stripe.events.list({ limit: 100 });
  return data
    .filter(({ data: { object } }) => Reflect.get(object, "customer") === customer)
    .map(({ type }) => type)
    .reverse();
}
