import type Stripe from "stripe";
import { stripeClient } from "../testing.ts";

export const stripe = stripeClient();

/** A customer with this card, or none. */
export async function addCustomer(card?: string, more: Stripe.CustomerCreateParams = {}): Promise<string> {
  const { id } = await stripe.customers.create({ email: "guest@example.com", ...more });
  if (card) await useCard(id, card);
  return id;
}

/** Attaches a card and makes it the one that invoices are paid with. */
export async function useCard(customer: string, card: string): Promise<void> {
  const { id } = await stripe.paymentMethods.attach(card, { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
}

/** A draft that asks for these amounts. */
export async function addDraft(
  customer: string,
  amounts: number[],
  more: Stripe.InvoiceCreateParams = {},
): Promise<string> {
  const { id } = await stripe.invoices.create({ customer, currency: "usd", ...more });
  for (const amount of amounts)
    await stripe.invoiceItems.create({ customer, invoice: id, amount, currency: "usd" });
  return id;
}

/** The types of what happened to the invoice, oldest first. */
export async function eventTypes(invoice: string): Promise<string[]> {
  const { data } = await stripe.events.list({ limit: 100 });
  return data
    .filter(({ data: { object } }) => Reflect.get(object, "id") === invoice)
    .map(({ type }) => type)
    .reverse();
}
