import { expect, test } from "vitest";
import { stripeClient } from "#sandbox/stripe/testing.ts";
import { control, request } from "#sandbox/testing.ts";

const stripe = stripeClient();

test("control lists how cards can behave, and the cards that do", async () => {
  const { status, text } = await request("/control/stripe/cards");
  expect(status).toBe(200);
  const { behaviours, cards } = JSON.parse(text);
  expect(behaviours).toContain("insufficient_funds");
  expect(cards).toContainEqual(
    expect.objectContaining({
      name: "chargeCustomerFail",
      number: "4000000000000341",
      behaviour: "declined",
    }),
  );
});

test("control sets a customer's cards as often as one likes, and only those of a customer there is", async () => {
  const { id } = await stripe.customers.create();
  for (const card of ["declined", "declined", null])
    expect(await control(`/stripe/customers/${id}`, { card })).toMatchObject({ status: 200, body: { card } });
  expect((await control("/stripe/customers/cus_nobody", { card: "declined" })).status).toBe(400);
  expect((await control(`/stripe/customers/${id}`, { card: "burnt" })).status).toBe(400);
});
