import type Stripe from "stripe";
import { toPayingCustomer } from "./paying-customer.ts";

export async function callInvoices(stripe: Stripe): Promise<void> {
  const customer = await toPayingCustomer(stripe);
  const item = await stripe.invoiceItems.create({
    customer,
    amount: 1200,
    currency: "usd",
    description: "Work",
  });
  await stripe.invoiceItems.retrieve(item.id, { expand: ["customer"] });
  await stripe.invoiceItems.update(item.id, { amount: 1300 });
  await stripe.invoiceItems.list({ customer, pending: true });
  await stripe.invoices.createPreview({ customer });

  const invoice = await stripe.invoices.create({
    customer,
    pending_invoice_items_behavior: "include",
    auto_advance: false,
  });
  await stripe.invoices.update(invoice.id, { description: "For work", metadata: { a: "1" } });
  const lines = [
    { amount: 100, description: "Extra" },
    { amount: 50, description: "Less" },
  ];
  const { lines: all } = await stripe.invoices.addLines(invoice.id, { lines });
  const extra = all.data.find(({ description }) => description === "Extra");
  const less = all.data.find(({ description }) => description === "Less");
  if (!extra || !less) throw new Error("The invoice lacks its lines");
  await stripe.invoices.updateLines(invoice.id, { lines: [{ id: extra.id, amount: 200 }] });
  await stripe.invoices.removeLines(invoice.id, { lines: [{ id: less.id, behavior: "delete" }] });
  await stripe.invoices.listLineItems(invoice.id);
  await stripe.invoices.finalizeInvoice(invoice.id);
  await stripe.invoices.sendInvoice(invoice.id);
  await stripe.invoices.pay(invoice.id);
  await stripe.invoices.retrieve(invoice.id, { expand: ["payments", "customer", "confirmation_secret"] });
  await stripe.invoices.list({ customer, status: "paid", expand: ["data.payments"] });
  await stripe.invoices.search({ query: `customer:'${customer}'` });
  const [payment] = (await stripe.invoicePayments.list({ invoice: invoice.id })).data;
  if (!payment) throw new Error("The invoice has no payment");
  await stripe.invoicePayments.retrieve(payment.id, { expand: ["invoice", "payment.payment_intent"] });

  const open = async () => {
    await stripe.invoiceItems.create({ customer, amount: 700, currency: "usd" });
    const draft = await stripe.invoices.create({ customer, pending_invoice_items_behavior: "include" });
    return stripe.invoices.finalizeInvoice(draft.id, { auto_advance: false });
  };
  await stripe.invoices.voidInvoice((await open()).id);
  await stripe.invoices.markUncollectible((await open()).id);
  const draft = await stripe.invoices.create({ customer });
  await stripe.invoices.del(draft.id);
  const dropped = await stripe.invoiceItems.create({ customer, amount: 10, currency: "usd" });
  await stripe.invoiceItems.del(dropped.id);
}
