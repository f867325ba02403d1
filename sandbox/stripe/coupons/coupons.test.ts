import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();

test("a coupon takes off a part or an amount, for once, for months or for ever", async () => {
  expect(await stripe.coupons.create({ percent_off: 12.5 })).toMatchObject({
    percent_off: 12.5,
    duration: "once",
    valid: true,
  });
  const months = { duration: "repeating", duration_in_months: 3 } as const;
  expect(await stripe.coupons.create({ amount_off: 500, currency: "usd", ...months })).toMatchObject({
    amount_off: 500,
    duration_in_months: 3,
  });
  await expect(stripe.coupons.create({ amount_off: 500 })).rejects.toMatchObject({ param: "currency" });
  await expect(stripe.coupons.create({})).rejects.toMatchObject({ param: "percent_off" });
  const both = stripe.coupons.create({ amount_off: 500, percent_off: 5, currency: "usd" });
  await expect(both).rejects.toMatchObject({ statusCode: 400 });
});

test("a coupon is renamed, listed and deleted", async () => {
  const { id } = await stripe.coupons.create({ percent_off: 20, id: "SPRING-RENAMED" });
  expect(id).toBe("SPRING-RENAMED");
  expect(await stripe.coupons.update(id, { name: "Spring" })).toMatchObject({ name: "Spring" });
  expect((await stripe.coupons.list({ limit: 1 })).data[0]?.id).toBe(id);
  await stripe.coupons.del(id);
  await expect(stripe.coupons.retrieve(id)).rejects.toThrow(`No such coupon: '${id}'`);
});
