import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { advance, control, resetSandbox } from "#sandbox/testing.ts";
import { newBuyer } from "../pages/testing.ts";
import { newAccount } from "./testing.ts";

// Standing still, the clock has as many requests come at once as a test likes.
beforeAll(() => control("/clock", { speed: 0 }));
afterAll(resetSandbox);

async function newLimitedAccount() {
  const made = await newAccount();
  await control("/stripe/settings", { account: made.account, rate_limits: true });
  return made;
}

test("the 26th request of a second is refused with its reason, and the next second is free", async () => {
  const { send } = await newLimitedAccount();
  for (let index = 0; index < 25; index++) expect((await send("GET", "/v1/customers")).status).toBe(200);
  const { status, headers, body } = await send("GET", "/v1/customers");
  expect([status, body.error]).toMatchObject([429, { code: "rate_limit" }]);
  expect(headers.get("Stripe-Rate-Limited-Reason")).toBe("global-rate");
  await advance("1s");
  expect((await send("GET", "/v1/customers")).status).toBe(200);
});

test("the 21st search of a second is refused", async () => {
  const { send } = await newLimitedAccount();
  const search = () => send("GET", "/v1/customers/search?query=name:'a'");
  for (let index = 0; index < 20; index++) expect((await search()).status).toBe(200);
  expect((await search()).headers.get("Stripe-Rate-Limited-Reason")).toBe("endpoint-rate");
});

test("without the setting there is no limit", async () => {
  const { send } = await newAccount();
  for (let index = 0; index < 60; index++) expect((await send("GET", "/v1/customers")).status).toBe(200);
});

async function newSubscription(stripe: Stripe) {
  const { customer, price } = await newBuyer(stripe, {
    payment_method: "pm_card_visa",
    invoice_settings: { default_payment_method: "pm_card_visa" },
  });
  const { id, items } = await stripe.subscriptions.create({ customer, items: [{ price }] });
  const bump = (quantity: number, proration_behavior: "always_invoice" | "none") =>
    stripe.subscriptions.update(id, {
      items: [{ id: items.data[0]?.id ?? "", quantity }],
      proration_behavior,
    });
  const quantityNow = async () => (await stripe.subscriptions.retrieve(id)).items.data[0]?.quantity;
  return { bump, quantityNow };
}

test("a subscription takes ten invoices in a minute, and the eleventh changes nothing", async () => {
  const { stripe } = await newLimitedAccount();
  const { bump, quantityNow } = await newSubscription(stripe);
  for (let quantity = 2; quantity <= 10; quantity++) await bump(quantity, "always_invoice");
  await expect(bump(11, "always_invoice")).rejects.toMatchObject({ statusCode: 429, code: "rate_limit" });
  expect(await quantityNow()).toBe(10);
  await advance("1m");
  expect((await bump(11, "always_invoice")).items.data[0]?.quantity).toBe(11);
});

test("a subscription's quantity changes 200 times in an hour, and once more in the next", async () => {
  const { stripe } = await newLimitedAccount();
  const { bump, quantityNow } = await newSubscription(stripe);
  for (let quantity = 2; quantity <= 201; quantity++) {
    if (quantity % 20 === 0) await advance("1s");
    await bump(quantity, "none");
  }
  await advance("1s");
  const refused = bump(202, "none");
  await expect(refused).rejects.toMatchObject({
    statusCode: 429,
    headers: { "stripe-rate-limited-reason": "resource-specific" },
  });
  expect(await quantityNow()).toBe(201);
  await advance("1h");
  expect((await bump(202, "none")).items.data[0]?.quantity).toBe(202);
}, 60_000);
