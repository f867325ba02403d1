import { afterAll, expect, test } from "vitest";
import { advance, resetSandbox } from "#sandbox/testing.ts";
import { newBuyer, newPrice, send } from "../pages/testing.ts";
import { newAccount } from "../wire/testing.ts";

afterAll(resetSandbox);

test.each([
  ["000123456789", "paid", "succeeded", "checkout.session.async_payment_succeeded"],
  ["000222222227", "unpaid", "requires_payment_method", "checkout.session.async_payment_failed"],
])(
  "what happens when a one-time payment by bank debit (%s) takes days",
  async (account_number, payment_status, status, type) => {
    const { stripe } = await newAccount();
    const { customer } = await newBuyer(stripe);
    const price = await newPrice(stripe, { recurring: undefined, unit_amount: 1500 });
    const { id, url } = await stripe.checkout.sessions.create({
      mode: "payment",
      customer,
      line_items: [{ price, quantity: 1 }],
      success_url: "https://shop.test/done",
    });
    const paid = await send(url ?? "", { method: "us_bank_account", account_number, name: "Ada" });
    expect(paid.status).toBe(303);
    const waiting = await stripe.checkout.sessions.retrieve(id);
    expect(waiting).toMatchObject({ status: "complete", payment_status: "unpaid" });
    await advance("5d");
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] });
    expect(session).toMatchObject({ payment_status, payment_intent: { status } });
    expect((await stripe.events.list({ type })).data).toMatchObject([{ data: { object: { id } } }]);
  },
);
