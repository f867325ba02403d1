import { expect, test } from "vitest";
import { addCustomer, addDraft, eventTypes, stripe } from "./testing.ts";

test("a manual invoice goes from draft to paid", async () => {
  const customer = await addCustomer("pm_card_visa", { name: "Ada", invoice_prefix: "ADA1" });
  const id = await addDraft(customer, [1500, 250]);
  const draft = await stripe.invoices.retrieve(id);
  expect(draft).toMatchObject({
    status: "draft",
    billing_reason: "manual",
    auto_advance: false,
    customer_name: "Ada",
    number: null,
    subtotal: 1750,
    total: 1750,
    amount_due: 1750,
    amount_remaining: 1750,
  });
  const open = await stripe.invoices.finalizeInvoice(id);
  expect(open).toMatchObject({ status: "open", number: "ADA1-0001", amount_due: 1750, attempted: false });
  expect(open.hosted_invoice_url).toMatch(/\/stripe\/invoices\/\w+$/);
  expect(open.invoice_pdf).toBe(`${open.hosted_invoice_url}/pdf`);
  const paid = await stripe.invoices.pay(id);
  expect(paid).toMatchObject({
    status: "paid",
    amount_paid: 1750,
    amount_remaining: 0,
    attempt_count: 1,
    attempted: true,
  });
  expect(paid.status_transitions.paid_at).not.toBeNull();
  expect(await eventTypes(id)).toEqual([
    "invoice.created",
    "invoice.updated",
    "invoice.updated",
    "invoice.updated",
    "invoice.finalized",
    "invoice.updated",
    "invoice.paid",
    "invoice.payment_succeeded",
  ]);
});

test("numbers follow each other under the customer's prefix", async () => {
  const customer = await addCustomer(undefined, { invoice_prefix: "ROW1", next_invoice_sequence: 41 });
  const numbers = [];
  for (const amount of [100, 200]) {
    const { number } = await stripe.invoices.finalizeInvoice(await addDraft(customer, [amount]));
    numbers.push(number);
  }
  expect(numbers).toEqual(["ROW1-0041", "ROW1-0042"]);
});

test("what is already paid or final is not touched again", async () => {
  const customer = await addCustomer("pm_card_visa");
  const id = await addDraft(customer, [500]);
  await stripe.invoices.pay(id);
  await expect(stripe.invoices.pay(id)).rejects.toMatchObject({
    statusCode: 400,
    message: "Invoice is already paid",
  });
  await expect(stripe.invoices.finalizeInvoice(id)).rejects.toMatchObject({ code: "invoice_not_editable" });
  await expect(stripe.invoices.voidInvoice(id)).rejects.toMatchObject({ statusCode: 400 });
  await expect(stripe.invoices.del(id)).rejects.toMatchObject({ code: "invoice_not_editable" });
  await expect(stripe.invoices.update(id, { description: "Later" })).rejects.toMatchObject({
    param: "description",
  });
  const labelled = await stripe.invoices.update(id, { metadata: { order: "7" } });
  expect(labelled.metadata).toEqual({ order: "7" });
});

test("a declined card is a 402, and the try is remembered", async () => {
  const customer = await addCustomer("pm_card_chargeCustomerFail");
  const id = await addDraft(customer, [900]);
  await expect(stripe.invoices.pay(id)).rejects.toMatchObject({ statusCode: 402, code: "card_declined" });
  const invoice = await stripe.invoices.retrieve(id);
  expect(invoice).toMatchObject({ status: "open", attempted: true, attempt_count: 1, amount_remaining: 900 });
  expect(await eventTypes(id)).toContain("invoice.payment_failed");
  const paid = await stripe.invoices.pay(id, { payment_method: "pm_card_visa" });
  expect(paid).toMatchObject({ status: "paid", attempt_count: 1 });
});

test("a card that wants confirmation leaves the invoice open", async () => {
  const customer = await addCustomer("pm_card_authenticationRequired");
  const id = await addDraft(customer, [900]);
  await expect(stripe.invoices.pay(id)).rejects.toMatchObject({
    statusCode: 402,
    code: "invoice_payment_intent_requires_action",
  });
  expect(await eventTypes(id)).toContain("invoice.payment_action_required");
});

test("without a payment method nothing is tried", async () => {
  const id = await addDraft(await addCustomer(), [900]);
  await stripe.invoices.finalizeInvoice(id);
  await expect(stripe.invoices.pay(id)).rejects.toMatchObject({ statusCode: 400, code: "resource_missing" });
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ attempted: false, attempt_count: 0 });
});

test("an invoice paid elsewhere is paid without a charge", async () => {
  const id = await addDraft(await addCustomer(), [900]);
  await stripe.invoices.finalizeInvoice(id);
  const paid = await stripe.invoices.pay(id, { paid_out_of_band: true });
  expect(paid).toMatchObject({ status: "paid", amount_remaining: 0 });
  const { data } = await stripe.invoicePayments.list({ invoice: id });
  expect(data.map(({ status }) => status)).toEqual(["canceled"]);
});

test("an invoice for nothing is paid when it is finalized, without a payment", async () => {
  const id = await addDraft(await addCustomer(), [300, -300]);
  const paid = await stripe.invoices.finalizeInvoice(id);
  expect(paid).toMatchObject({ status: "paid", amount_due: 0, attempt_count: 0 });
  expect((await stripe.invoicePayments.list({ invoice: id })).data).toEqual([]);
});

test("an open invoice can be voided or given up, and the latter still be paid", async () => {
  const customer = await addCustomer("pm_card_visa");
  const [first, second] = [await addDraft(customer, [100]), await addDraft(customer, [200])];
  await stripe.invoices.finalizeInvoice(first);
  await stripe.invoices.finalizeInvoice(second);
  expect(await stripe.invoices.voidInvoice(first)).toMatchObject({ status: "void", amount_paid: 0 });
  await expect(stripe.invoices.pay(first)).rejects.toMatchObject({ statusCode: 400 });
  expect(await stripe.invoices.markUncollectible(second)).toMatchObject({ status: "uncollectible" });
  expect(await stripe.invoices.pay(second)).toMatchObject({ status: "paid" });
});

test("a deleted draft is gone, and what it billed waits again", async () => {
  const customer = await addCustomer();
  const id = await addDraft(customer, [100]);
  expect(await stripe.invoices.del(id)).toMatchObject({ deleted: true });
  await expect(stripe.invoices.retrieve(id)).rejects.toMatchObject({ code: "resource_missing" });
  const { data } = await stripe.invoiceItems.list({ customer, pending: true });
  expect(data.map(({ amount }) => amount)).toEqual([100]);
});

test("an invoice that is sent needs a date", async () => {
  const customer = await addCustomer();
  const refused = stripe.invoices.create({ customer, collection_method: "send_invoice" });
  await expect(refused).rejects.toMatchObject({ param: "days_until_due" });
  const id = await addDraft(customer, [100], { collection_method: "send_invoice", days_until_due: 14 });
  const sent = await stripe.invoices.sendInvoice(id);
  expect(sent).toMatchObject({ status: "open", due_date: sent.created + 14 * 86_400 });
  expect(await eventTypes(id)).toContain("invoice.sent");
});

test("invoices are found by what they are", async () => {
  const customer = await addCustomer();
  const draft = await addDraft(customer, [100]);
  const open = await addDraft(customer, [200]);
  await stripe.invoices.finalizeInvoice(open);
  const ids = async (filter: object) => {
    const { data } = await stripe.invoices.list({ customer, ...filter });
    return data.map(({ id }) => id);
  };
  expect(await ids({})).toEqual([open, draft]);
  expect(await ids({ status: "draft" })).toEqual([draft]);
  expect(await ids({ status: "paid" })).toEqual([]);
  expect(await ids({ collection_method: "send_invoice" })).toEqual([]);
  expect(await ids({ created: { gte: 4_000_000_000 } })).toEqual([]);
});
