import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();
const older = { apiVersion: "2024-12-18.acacia" };

/** As the official command-line tool sends it, which still knows the parameter. */
async function createWith(coupon: string): Promise<string> {
  const customer = await stripe.rawRequest("POST", "/v1/customers", { coupon }, older);
  return String(Reflect.get(customer, "id"));
}

async function typesAbout(customer: string): Promise<string[]> {
  const { data } = await stripe.events.list({ type: "customer.discount.*" });
  const own = data.filter((event) => Reflect.get(event.data.object, "customer") === customer);
  return own.map(({ type }) => type).reverse();
}

test("a customer gets, changes and loses a discount through the older parameter", async () => {
  const twenty = await stripe.coupons.create({ percent_off: 20 });
  const thirty = await stripe.coupons.create({ percent_off: 30, duration: "forever" });
  const id = await createWith(twenty.id);
  await stripe.rawRequest("POST", `/v1/customers/${id}`, { coupon: thirty.id }, older);
  expect(await stripe.customers.retrieve(id)).toMatchObject({
    discount: { source: { type: "coupon", coupon: thirty.id }, customer: id, end: null },
  });
  await stripe.rawRequest("POST", `/v1/customers/${id}`, { coupon: "" }, older);
  expect(await stripe.customers.retrieve(id)).toMatchObject({ discount: null });
  expect(await typesAbout(id)).toEqual([
    "customer.discount.created",
    "customer.discount.updated",
    "customer.discount.deleted",
  ]);
});

test("the newer API does not know the parameter", async () => {
  const coupon = await stripe.coupons.create({ percent_off: 20 });
  const refused = stripe.rawRequest("POST", "/v1/customers", { coupon: coupon.id });
  await expect(refused).rejects.toMatchObject({ code: "parameter_unknown", param: "coupon" });
});

test("a discount can be taken from a customer, once", async () => {
  const coupon = await stripe.coupons.create({ percent_off: 20 });
  const id = await createWith(coupon.id);
  expect(await stripe.customers.deleteDiscount(id)).toMatchObject({ object: "discount", deleted: true });
  await expect(stripe.customers.deleteDiscount(id)).rejects.toMatchObject({ statusCode: 404 });
});

test("a coupon is used as often as it allows", async () => {
  const { id } = await stripe.coupons.create({ percent_off: 20, max_redemptions: 1 });
  await createWith(id);
  expect(await stripe.coupons.retrieve(id)).toMatchObject({ times_redeemed: 1, valid: false });
  await expect(createWith(id)).rejects.toMatchObject({ code: "coupon_expired" });
});
