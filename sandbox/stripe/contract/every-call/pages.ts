import type Stripe from "stripe";
import { toPayingCustomer, toPrice } from "./paying-customer.ts";

export async function callCheckout(stripe: Stripe): Promise<void> {
  const customer = await toPayingCustomer(stripe);
  const price = await toPrice(stripe, 500);
  const session = await stripe.checkout.sessions.create({
    mode: "subscription",
    customer,
    line_items: [{ price, quantity: 3 }],
    success_url: "https://example.com/{CHECKOUT_SESSION_ID}",
    cancel_url: "https://example.com",
    client_reference_id: "org_1",
    metadata: { org: "org_1" },
    subscription_data: { metadata: { org: "org_1" }, trial_period_days: 7 },
  });
  await stripe.checkout.sessions.retrieve(session.id, { expand: ["line_items", "customer"] });
  await stripe.checkout.sessions.update(session.id, { metadata: { org: "org_2" } });
  await stripe.checkout.sessions.listLineItems(session.id);
  await stripe.checkout.sessions.list({ customer, status: "open" });
  await stripe.checkout.sessions.expire(session.id);
}

/** What the page calls, and the official CLI in its place. */
export async function callPaymentPages(stripe: Stripe): Promise<void> {
  const session = await stripe.checkout.sessions.create({
    mode: "subscription",
    customer: await toPayingCustomer(stripe),
    line_items: [{ price: await toPrice(stripe, 500), quantity: 1 }],
    success_url: "https://example.com",
  });
  const { id } = await stripe.paymentMethods.create({
    type: "card",
    card: { token: "tok_visa" },
    billing_details: { email: "ann@example.com", name: "Ann" },
  });
  const page = `/v1/payment_pages/${session.id}`;
  await stripe.rawRequest("GET", page);
  await stripe.rawRequest("POST", `${page}/confirm`, { payment_method: id, expected_amount: 500 });
  await stripe.checkout.sessions.retrieve(session.id, {
    expand: ["subscription", "invoice", "payment_intent"],
  });
}

export async function callPortal(stripe: Stripe): Promise<void> {
  const customer = await toPayingCustomer(stripe);
  const configuration = await stripe.billingPortal.configurations.create({
    business_profile: { headline: "Latchkey" },
    features: {
      invoice_history: { enabled: true },
      payment_method_update: { enabled: true },
      subscription_cancel: { enabled: true, mode: "at_period_end" },
    },
  });
  await stripe.billingPortal.configurations.retrieve(configuration.id);
  await stripe.billingPortal.configurations.update(configuration.id, { metadata: { a: "1" } });
  await stripe.billingPortal.configurations.list({ active: true });
  await stripe.billingPortal.sessions.create({
    customer,
    configuration: configuration.id,
    return_url: "https://example.com",
    flow_data: { type: "payment_method_update" },
  });
}
