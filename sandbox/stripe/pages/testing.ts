import type Stripe from "stripe";
import { worker } from "#sandbox/testing.ts";

/** Loads a page as a browser would, but stays where it is told to go elsewhere. */
export const open = (url: string) => worker.fetch(url, { redirect: "manual" });

/** Sends a form of a page. */
export const send = (url: string, fields: Record<string, string>) =>
  worker.fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
    redirect: "manual",
  });

/** Where an answer leads. */
export const next = (answer: Response) => {
  const location = answer.headers.get("Location");
  if (answer.status !== 303 || !location) throw new Error(`Leads nowhere: ${answer.status}`);
  return new URL(location, "http://sandbox").href;
};

export const card = (number: string) => ({
  method: "card",
  number,
  expiry: "12/40",
  cvc: "123",
  name: "Ada Lovelace",
});

export const visa = card("4242 4242 4242 4242");

/** A customer who has a plan to subscribe to. */
export async function newBuyer(stripe: Stripe, customer: Stripe.CustomerCreateParams = {}) {
  const { id } = await stripe.customers.create({
    email: "ada@example.com",
    name: "Ada Lovelace",
    ...customer,
  });
  return { customer: id, price: await newPrice(stripe) };
}

export async function newPrice(
  stripe: Stripe,
  price: Partial<Stripe.PriceCreateParams> = {},
): Promise<string> {
  const { id } = await stripe.prices.create({
    currency: "usd",
    unit_amount: 2900,
    recurring: { interval: "month" },
    product_data: { name: "Starter" },
    ...price,
  });
  return id;
}
