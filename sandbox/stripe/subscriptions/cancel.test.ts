import { expect, test } from "vitest";
import { addCustomer, addPrice, at, latestInvoice, linesOf, stripe } from "./testing.ts";

const start = "2026-11-01T00:00:00Z";
const end = at("2026-12-01T00:00:00Z");

async function subscribe() {
  const customer = await addCustomer(start);
  const price = await addPrice();
  const { id, items } = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price, quantity: 2 }],
  });
  return { customer, id, item: items.data[0]?.id ?? "" };
}

test("at the period's end: set by the switch, taken back by it, and then done", async () => {
  const { customer, id } = await subscribe();
  const set = await stripe.subscriptions.update(id, { cancel_at_period_end: true });
  expect([set.cancel_at_period_end, set.cancel_at, set.status]).toEqual([true, end, "active"]);
  const back = await stripe.subscriptions.update(id, { cancel_at_period_end: false });
  expect([back.cancel_at_period_end, back.cancel_at, back.canceled_at]).toEqual([false, null, null]);
  await stripe.subscriptions.update(id, { cancel_at_period_end: true });
  await customer.advance(end);
  const over = await stripe.subscriptions.retrieve(id);
  expect([over.status, over.ended_at, over.canceled_at]).toEqual(["canceled", end, at(start)]);
});

test("by the date of the period's end: the switch stays off, and clearing the date takes it back", async () => {
  const { id } = await subscribe();
  const set = await stripe.subscriptions.update(id, { cancel_at: "max_period_end" });
  expect([set.cancel_at_period_end, set.cancel_at]).toEqual([false, end]);
  const back = await stripe.subscriptions.update(id, { cancel_at: "" });
  expect([back.cancel_at, back.items.data[0]?.current_period_end]).toEqual([null, end]);
});

test("a date within the period gives the rest back, and takes it again when it is cleared", async () => {
  const { customer, id } = await subscribe();
  const early = at("2026-11-16T00:00:00Z");
  const set = await stripe.subscriptions.update(id, { cancel_at: early });
  expect(set.items.data[0]?.current_period_end).toBe(early);
  await stripe.subscriptions.update(id, { cancel_at: "" });
  const { data } = await stripe.invoiceItems.list({ customer: customer.id, pending: true });
  expect(data.map(({ amount }) => amount).sort((a, b) => a - b)).toEqual([-500, 500]);
});

test("both ways at once are refused", async () => {
  const { id } = await subscribe();
  await expect(
    stripe.subscriptions.update(id, { cancel_at: end, cancel_at_period_end: true }),
  ).rejects.toThrow("cancel_at, cancel_at_period_end");
});

test("at once, with a last invoice of what is given back", async () => {
  const { customer, id } = await subscribe();
  await customer.advance("2026-11-16T00:00:00Z");
  const over = await stripe.subscriptions.cancel(id, { invoice_now: true, prorate: true });
  expect(over.status).toBe("canceled");
  expect((await linesOf(latestInvoice(over))).map(({ amount }) => amount)).toEqual([-500]);
  const { balance } = Object.assign({ balance: 0 }, await stripe.customers.retrieve(customer.id));
  expect(balance).toBe(-500);
});

test("at once and without an invoice, what waits is dropped", async () => {
  const { customer, id, item } = await subscribe();
  await customer.advance("2026-11-16T00:00:00Z");
  await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 9 }] });
  await stripe.subscriptions.cancel(id);
  expect((await stripe.invoiceItems.list({ customer: customer.id, pending: true })).data).toEqual([]);
});

test("what is canceled is not listed, changed or canceled again, but its metadata may change", async () => {
  const { customer, id } = await subscribe();
  await stripe.subscriptions.cancel(id, { cancellation_details: { feedback: "unused" } });
  expect((await stripe.subscriptions.list({ customer: customer.id })).data).toEqual([]);
  const all = await stripe.subscriptions.list({ customer: customer.id, status: "all" });
  expect(all.data.map(({ status }) => status)).toEqual(["canceled"]);
  await expect(stripe.subscriptions.update(id, { cancel_at_period_end: false })).rejects.toThrow(
    "A canceled subscription can only update its cancellation_details and metadata.",
  );
  await expect(stripe.subscriptions.cancel(id)).rejects.toMatchObject({ statusCode: 404 });
  const changed = await stripe.subscriptions.update(id, { metadata: { why: "moved" } });
  expect([changed.metadata, changed.cancellation_details?.feedback]).toEqual([{ why: "moved" }, "unused"]);
});

test("what waits is collected by the last invoice when the period ends", async () => {
  const { customer, id, item } = await subscribe();
  await customer.advance("2026-11-16T00:00:00Z");
  await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 4 }] });
  await stripe.subscriptions.update(id, { cancel_at_period_end: true });
  await customer.advance("2026-12-01T02:00:00Z");
  const over = await stripe.subscriptions.retrieve(id);
  expect(over.status).toBe("canceled");
  expect((await linesOf(latestInvoice(over))).map(({ amount }) => amount)).toEqual([-500, 1000]);
  expect((await stripe.invoices.retrieve(latestInvoice(over))).status).toBe("paid");
});

test("under a schedule neither when it ends can be changed, nor can it be canceled", async () => {
  const { id } = await subscribe();
  const schedule = await stripe.subscriptionSchedules.create({ from_subscription: id });
  const refusal = `The subscription is managed by the subscription schedule \`${schedule.id}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`;
  await expect(stripe.subscriptions.update(id, { cancel_at_period_end: true })).rejects.toThrow(refusal);
  await expect(stripe.subscriptions.cancel(id)).rejects.toThrow(refusal);
  await stripe.subscriptionSchedules.release(schedule.id);
  expect((await stripe.subscriptions.update(id, { cancel_at_period_end: true })).cancel_at).toBe(end);
});
