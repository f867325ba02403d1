import { expect, test } from "vitest";
import { addCustomer, addDraft, stripe } from "./testing.ts";

const pendingOf = async (customer: string) => {
  const { data } = await stripe.invoiceItems.list({ customer, pending: true });
  return data.map(({ amount }) => amount);
};

test("an item waits until an invoice is to include it", async () => {
  const customer = await addCustomer();
  await stripe.invoiceItems.create({ customer, amount: 700, currency: "usd", description: "Setup" });
  const without = await stripe.invoices.create({ customer });
  expect(without.lines.data).toEqual([]);
  expect(await pendingOf(customer)).toEqual([700]);
  const including = await stripe.invoices.create({ customer, pending_invoice_items_behavior: "include" });
  expect(including).toMatchObject({ total: 700, lines: { data: [{ amount: 700, description: "Setup" }] } });
  expect(including.lines.data[0]?.parent).toMatchObject({
    type: "invoice_item_details",
    invoice_item_details: { proration: false },
  });
  expect(await pendingOf(customer)).toEqual([]);
});

test("an item of a price costs so many times the price", async () => {
  const customer = await addCustomer();
  const product = await stripe.products.create({ name: "Photo shoot" });
  const price = await stripe.prices.create({ product: product.id, currency: "usd", unit_amount: 9900 });
  const item = await stripe.invoiceItems.create({ customer, pricing: { price: price.id }, quantity: 3 });
  expect(item).toMatchObject({ amount: 29_700, quantity: 3, description: "Photo shoot" });
  expect(await stripe.invoiceItems.update(item.id, { quantity: 2 })).toMatchObject({ amount: 19_800 });
  const monthly = await stripe.prices.create({
    product: product.id,
    currency: "usd",
    unit_amount: 100,
    recurring: { interval: "month" },
  });
  const refused = stripe.invoiceItems.create({ customer, pricing: { price: monthly.id } });
  await expect(refused).rejects.toMatchObject({ statusCode: 400, param: "pricing[price]" });
});

test("an item needs a customer, an amount and a currency", async () => {
  const customer = await addCustomer();
  for (const [params, param] of [
    [{ amount: 100, currency: "usd" }, "customer"],
    [{ customer, currency: "usd" }, "amount"],
    [{ customer, amount: 100 }, "currency"],
  ] as const)
    await expect(stripe.invoiceItems.create(params)).rejects.toMatchObject({
      code: "parameter_missing",
      param,
    });
});

test("an item on a draft changes the draft, and no longer once it is final", async () => {
  const customer = await addCustomer();
  const id = await addDraft(customer, [100, 200]);
  const { data } = await stripe.invoiceItems.list({ invoice: id, customer });
  const [second, first] = data.map((item) => item.id);
  await stripe.invoiceItems.update(first ?? "", { amount: 150 });
  await stripe.invoiceItems.del(second ?? "");
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ total: 150, amount_due: 150 });
  await stripe.invoices.finalizeInvoice(id);
  await expect(stripe.invoiceItems.update(first ?? "", { amount: 1 })).rejects.toMatchObject({
    code: "invoice_not_editable",
  });
  await expect(stripe.invoiceItems.del(first ?? "")).rejects.toMatchObject({ statusCode: 400 });
});

test("lines are added, changed and taken off in one call each", async () => {
  const customer = await addCustomer();
  const id = await addDraft(customer, [100]);
  const added = await stripe.invoices.addLines(id, { lines: [{ amount: 40, description: "Late" }] });
  const [line] = added.lines.data.filter(({ description }) => description === "Late");
  expect(added.total).toBe(140);
  const lineId = line?.id ?? "";
  const updated = await stripe.invoices.updateLines(id, { lines: [{ id: lineId, amount: 60 }] });
  expect(updated.total).toBe(160);
  const lines = [{ id: lineId, behavior: "unassign" as const }];
  expect(await stripe.invoices.removeLines(id, { lines })).toMatchObject({ total: 100 });
  expect(await pendingOf(customer)).toEqual([60]);
});

test("an invoice shows ten lines and lists all of them", async () => {
  const customer = await addCustomer();
  const amounts = Array.from({ length: 12 }, (_, index) => 100 + index);
  const id = await addDraft(customer, amounts);
  const { lines, total } = await stripe.invoices.retrieve(id);
  expect(lines.data.map(({ amount }) => amount)).toEqual(amounts.slice(0, 10));
  expect(lines.has_more).toBe(true);
  const all = [];
  for await (const line of stripe.invoices.listLineItems(id, { limit: 5 })) all.push(line.amount);
  expect(all).toEqual(amounts);
  expect(total).toBe(amounts.reduce((sum, amount) => sum + amount));
});

test("what is over goes to the customer's balance and pays the next invoice; voiding gives it back", async () => {
  const customer = await addCustomer("pm_card_visa");
  const credit = await stripe.invoices.finalizeInvoice(await addDraft(customer, [-800]));
  expect(credit).toMatchObject({ status: "paid", total: -800, amount_due: 0, ending_balance: -800 });
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: -800 });
  const next = await addDraft(customer, [1000]);
  const open = await stripe.invoices.finalizeInvoice(next);
  expect(open).toMatchObject({ starting_balance: -800, amount_due: 200, ending_balance: 0 });
  await stripe.invoices.voidInvoice(next);
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: -800 });
  const { data } = await stripe.customers.listBalanceTransactions(customer);
  expect(data.map(({ type, amount }) => [type, amount])).toEqual([
    ["unapplied_from_invoice", -800],
    ["applied_to_invoice", 800],
    ["applied_to_invoice", -800],
  ]);
});

test("coupons come off what may be discounted", async () => {
  const customer = await addCustomer();
  const tenth = await stripe.coupons.create({ percent_off: 10 });
  const fixed = await stripe.coupons.create({ amount_off: 150, currency: "usd" });
  const id = await addDraft(customer, [1000], { discounts: [{ coupon: tenth.id }, { coupon: fixed.id }] });
  await stripe.invoiceItems.create({
    customer,
    invoice: id,
    amount: 500,
    currency: "usd",
    discountable: false,
  });
  const invoice = await stripe.invoices.retrieve(id);
  expect(invoice).toMatchObject({ subtotal: 1500, total: 1250, amount_due: 1250 });
  expect(invoice.total_discount_amounts?.map(({ amount }) => amount)).toEqual([100, 150]);
  expect(invoice.lines.data[1]?.discount_amounts).toEqual([]);
});

test("a coupon for one invoice is not taken off the next", async () => {
  const customer = await addCustomer();
  const product = await stripe.products.create({ name: "Starter" });
  const price = await stripe.prices.create({
    product: product.id,
    currency: "usd",
    unit_amount: 2000,
    recurring: { interval: "month" },
  });
  const coupon = await stripe.coupons.create({ percent_off: 50, duration: "once" });
  const subscription = await stripe.subscriptions.create({
    customer,
    items: [{ price: price.id }],
    discounts: [{ coupon: coupon.id }],
    collection_method: "send_invoice",
    days_until_due: 30,
  });
  expect(await stripe.invoices.retrieve(String(subscription.latest_invoice))).toMatchObject({ total: 1000 });
  expect(await stripe.invoices.createPreview({ subscription: subscription.id })).toMatchObject({
    total: 2000,
  });
});
