import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { getOrganization } from "#organization/get-organization.ts";
import { createBillingOwner } from "#tests/billing.ts";
import { getValue } from "#tests/organization.ts";
import { readAccount, stripe } from "#tests/stripe.ts";

vi.setConfig({ testTimeout: 30_000 });

const address = {
  line1: "1 Main Street",
  line2: null,
  city: "Miami",
  state: "FL",
  postalCode: "33101",
  country: "US",
};
const profile = {
  email: "bills@example.com",
  name: "Sunny Stays LLC",
  address,
  taxId: { type: "us_ein", value: "12-3456789" },
};

test("what is said before anything is bought stands on the customer when it is made, and follows later changes", async () => {
  const { owner, id, base } = await createBillingOwner();
  const change = (body: object) => owner.browser.send("PATCH", `${base}/profile`, body);
  expect((await owner.browser.get(`${base}/profile`)).body).toEqual({
    email: null,
    name: null,
    address: null,
    taxId: null,
  });
  expect(await change(profile)).toMatchObject({ status: 200, body: profile });
  expect((await owner.browser.get(`${base}/profile`)).body).toEqual(profile);
  await owner.browser.post(`${base}/checkout`, { plan: "starter" });
  const { customer_id } = await readAccount({ id });
  const read = () => stripe.customers.retrieve(customer_id ?? "", { expand: ["tax_ids"] });
  expect(await read()).toMatchObject({
    email: profile.email,
    name: profile.name,
    address: { line1: address.line1, postal_code: address.postalCode, country: "US" },
    tax_ids: { data: [profile.taxId] },
  });
  await change({ email: null, taxId: { type: "eu_vat", value: "DE123456789" } });
  expect(await read()).toMatchObject({
    email: owner.email,
    tax_ids: { data: [{ type: "eu_vat", value: "DE123456789" }] },
  });
  const refused = await change({ taxId: { type: "us_ein", value: "nonsense" } });
  expect([refused.status, refused.body]).toMatchObject([400, { error: { code: "invalid_request" } }]);
  expect((await owner.browser.get(`${base}/profile`)).body).toMatchObject({ taxId: { type: "eu_vat" } });
});

test.each([
  {},
  { email: "nobody" },
  { address: { ...address, country: "United States" } },
  { taxId: { type: "EIN", value: "1" } },
  { customerId: "cus_1" },
])("%j is no profile", async (body) => {
  const { owner, base } = await createBillingOwner();
  expect((await owner.browser.send("PATCH", `${base}/profile`, body)).status).toBe(400);
});

test("thresholds go into what the organization's object obeys, in order", async () => {
  const { owner, id, base } = await createBillingOwner();
  const change = (body: object) => owner.browser.send("PATCH", `${base}/notifications`, body);
  const changed = await change({ alertThresholds: [100, 50], usageAlerts: false });
  expect([changed.status, changed.body]).toEqual([
    200,
    { usageAlerts: false, alertThresholds: [50, 100], invoiceEmails: true, webhookNotifications: true },
  ]);
  const { alertThresholds } = getValue(await getOrganization(env, id).getEntitlement());
  expect(alertThresholds).toEqual([50, 100]);
  for (const wrong of [[], [0], [50, 50], [1.5], "80"])
    expect((await change({ alertThresholds: wrong })).status).toBe(400);
});
