import type Stripe from "stripe";

export async function callCustomers(stripe: Stripe): Promise<void> {
  const { id } = await stripe.customers.create({
    email: "contract@example.com",
    name: "Contract",
    description: "A customer",
    metadata: { org: "org_1" },
    address: { line1: "1 Street", city: "Town", country: "US", postal_code: "12345" },
    invoice_settings: { footer: "Thank you" },
    preferred_locales: ["en"],
  });
  await stripe.customers.retrieve(id);
  await stripe.customers.update(id, { name: "Renamed", metadata: { org: "" } });
  await stripe.customers.list({ email: "contract@example.com", created: { gte: 1 }, limit: 3 });
  await stripe.customers.search({ query: "email:'contract@example.com'" });

  const transaction = await stripe.customers.createBalanceTransaction(id, { amount: -500, currency: "usd" });
  await stripe.customers.retrieveBalanceTransaction(id, transaction.id);
  await stripe.customers.updateBalanceTransaction(id, transaction.id, { description: "A gift" });
  await stripe.customers.listBalanceTransactions(id);

  const taxId = await stripe.customers.createTaxId(id, { type: "eu_vat", value: "DE123456789" });
  await stripe.customers.retrieveTaxId(id, taxId.id);
  await stripe.customers.listTaxIds(id);
  await stripe.customers.deleteTaxId(id, taxId.id);

  const source = await stripe.customers.createSource(id, { source: "tok_visa" });
  await stripe.customers.retrieveSource(id, source.id);
  await stripe.customers.updateSource(id, source.id, { metadata: { kept: "yes" } });
  await stripe.customers.listSources(id);
  await stripe.customers.deleteSource(id, source.id);

  const attached = await stripe.paymentMethods.attach("pm_card_visa", { customer: id });
  await stripe.customers.listPaymentMethods(id);
  await stripe.customers.retrievePaymentMethod(id, attached.id);
  await stripe.customers.del(id);
  await stripe.customers.retrieve(id);
}
