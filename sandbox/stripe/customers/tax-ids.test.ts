import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();

test("a tax number is kept, shown and deleted", async () => {
  const customer = await stripe.customers.create({ tax_id_data: [{ type: "us_ein", value: "12-3456789" }] });
  const vat = await stripe.customers.createTaxId(customer.id, { type: "eu_vat", value: "DE123456789" });
  expect(vat).toMatchObject({ country: "DE", customer: customer.id, verification: { status: "pending" } });
  const { data } = await stripe.customers.listTaxIds(customer.id);
  expect(data.map(({ type }) => type)).toEqual(["eu_vat", "us_ein"]);
  expect(data[1]?.verification?.status).toBe("unavailable");
  await stripe.customers.deleteTaxId(customer.id, vat.id);
  const gone = stripe.customers.retrieveTaxId(customer.id, vat.id);
  await expect(gone).rejects.toMatchObject({ code: "resource_missing" });
});

test("a number that no tax office would give is refused", async () => {
  const { id } = await stripe.customers.create();
  const refused = stripe.customers.createTaxId(id, { type: "eu_vat", value: "123" });
  await expect(refused).rejects.toMatchObject({ code: "tax_id_invalid" });
  const unknown = stripe.customers.createTaxId(id, { type: "xx_vat", value: "123" });
  await expect(unknown).rejects.toMatchObject({ param: "type" });
});

test("the tax office answers after some seconds", async () => {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: 1_800_000_000 });
  const { id } = await stripe.customers.create({ test_clock: clock.id });
  const right = await stripe.customers.createTaxId(id, { type: "eu_vat", value: "000000000" });
  const wrong = await stripe.customers.createTaxId(id, { type: "eu_vat", value: "111111111" });
  await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: 1_800_000_060 });
  const statusOf = async (taxId: string) =>
    (await stripe.customers.retrieveTaxId(id, taxId)).verification?.status;
  expect(await statusOf(right.id)).toBe("verified");
  expect(await statusOf(wrong.id)).toBe("unverified");
});
