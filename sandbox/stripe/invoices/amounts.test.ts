import type Stripe from "stripe";
import { expect, test } from "vitest";
import { addCustomer, addDraft, stripe } from "./testing.ts";

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** What must hold of any invoice. */
function expectToAddUp(invoice: Stripe.Invoice): void {
  const discounted = sum((invoice.total_discount_amounts ?? []).map(({ amount }) => amount));
  const { starting_balance, ending_balance } = invoice;
  expect(invoice.subtotal).toBe(sum(invoice.lines.data.map(({ amount }) => amount)));
  expect(invoice.total).toBe(invoice.subtotal - discounted);
  expect(invoice.amount_due).toBe(Math.max(0, invoice.total + starting_balance));
  expect(invoice.amount_paid + invoice.amount_remaining).toBe(invoice.amount_due);
  if (ending_balance !== null)
    expect(invoice.amount_due + ending_balance).toBe(invoice.total + starting_balance);
}

/** The same in each run. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  while (true) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    yield state / 2 ** 32;
  }
}

test("whatever an invoice asks for, its amounts add up at every step", { timeout: 60_000 }, async () => {
  const random = numbers(7);
  const whole = (from: number, to: number) => from + Math.floor(random.next().value * (to - from + 1));
  for (let round = 0; round < 12; round++) {
    const customer = await addCustomer("pm_card_visa", { balance: whole(-3000, 1000) });
    const coupon = await stripe.coupons.create(
      round % 2 ? { percent_off: whole(1, 100) } : { amount_off: whole(1, 4000), currency: "usd" },
    );
    const amounts = Array.from({ length: whole(1, 6) }, () => whole(-1500, 5000));
    const id = await addDraft(customer, amounts, { discounts: [{ coupon: coupon.id }] });
    expectToAddUp(await stripe.invoices.retrieve(id));
    const final = await stripe.invoices.finalizeInvoice(id);
    expectToAddUp(final);
    const paid = final.status === "paid" ? final : await stripe.invoices.pay(id);
    expectToAddUp(paid);
    const after = await stripe.customers.retrieve(customer);
    expect(after).toMatchObject({ balance: paid.ending_balance });
  }
});
