import { expect, test } from "vitest";
import { z } from "zod";
import { newAccount } from "#sandbox/stripe/wire/testing.ts";
import { control } from "#sandbox/testing.ts";

const Seeded = z.object({
  prices: z.record(z.string(), z.string()),
  subscriptions: z.record(z.string(), z.string()),
});

test("an account is seeded with a catalogue and a subscription in each state, and again with more", async () => {
  const { account, stripe } = await newAccount();
  const answer = await control("/stripe/seed", { account });
  expect(answer.status).toBe(201);
  const { prices, subscriptions } = Seeded.parse(answer.body);
  const { data } = await stripe.prices.list({ lookup_keys: ["pro_yearly"] });
  expect(data).toMatchObject([{ id: prices.pro_yearly, unit_amount: 99_000 }]);
  const found = await Promise.all(
    Object.entries(subscriptions).map(async ([state, id]) => {
      const { status, cancel_at_period_end } = await stripe.subscriptions.retrieve(id);
      return [state, cancel_at_period_end ? "ending" : status];
    }),
  );
  expect(found.map(([, is]) => is)).toEqual(found.map(([state]) => state));
  expect(found.map(([state]) => state).sort()).toEqual([
    "active",
    "canceled",
    "ending",
    "incomplete",
    "incomplete_expired",
    "past_due",
    "paused",
    "trialing",
    "unpaid",
  ]);
  const again = Seeded.parse((await control("/stripe/seed", { account })).body);
  expect(again.prices).toEqual(prices);
  expect((await control("/stripe/seed", { account, size: "large" })).status).toBe(400);
});
