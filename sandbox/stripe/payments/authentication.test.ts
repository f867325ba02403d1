import { expect, test } from "vitest";
import { worker } from "#sandbox/testing.ts";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();

/** What the customer says on their bank's page. */
const say = (intent: string, answer: "authorize" | "fail") =>
  worker.fetch(`http://sandbox/stripe/authenticate/${intent}`, {
    method: "POST",
    body: new URLSearchParams({ answer }),
    redirect: "manual",
  });

const askedFor = (payment_method: string) =>
  stripe.paymentIntents.create({ amount: 2000, currency: "usd", payment_method, confirm: true });

test("a payment is made when its customer confirms it to their bank", async () => {
  const { id, status } = await askedFor("pm_card_threeDSecure2Required");
  expect(status).toBe("requires_action");
  await say(id, "authorize");
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
    status: "succeeded",
    amount_received: 2000,
    next_action: null,
  });
});

test("a payment that its customer does not confirm fails without a charge", async () => {
  const { id } = await askedFor("pm_card_authenticationRequired");
  await say(id, "fail");
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
    status: "requires_payment_method",
    latest_charge: null,
    last_payment_error: { code: "payment_intent_authentication_failure" },
  });
});

test("a card can be declined after its owner confirmed", async () => {
  const { id } = await askedFor("pm_card_threeDSecureRequiredChargeDeclined");
  await say(id, "authorize");
  expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
    last_payment_error: { code: "card_declined" },
  });
});

test("a card that was set up is charged off session without asking; one that was only attached is not", async () => {
  const customer = (await stripe.customers.create()).id;
  const magic = "pm_card_authenticationRequiredOnSetup";
  const chargeOffSession = (payment_method: string) =>
    stripe.paymentIntents.create({
      amount: 2000,
      currency: "usd",
      customer,
      payment_method,
      confirm: true,
      off_session: true,
    });
  const attached = await stripe.paymentMethods.attach(magic, { customer });
  await expect(chargeOffSession(attached.id)).rejects.toMatchObject({ code: "authentication_required" });
  const setup = await stripe.setupIntents.create({ customer, payment_method: magic, confirm: true });
  await say(setup.id, "authorize");
  const { payment_method, status } = await stripe.setupIntents.retrieve(setup.id);
  expect(status).toBe("succeeded");
  expect((await chargeOffSession(String(payment_method))).status).toBe("succeeded");
});
