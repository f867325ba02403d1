import { expect, test, vi } from "vitest";
import { callRest } from "#tests/organization.ts";
import { createMember, createPerson } from "#tests/person.ts";
import { createAccount } from "#tests/sandbox.ts";

async function createOwner() {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const base = `/api/v1/organizations/${id}`;
  const getOverview = async () => (await owner.browser.get(`${base}/overview`)).body;
  return { owner, id, base, getOverview };
}

test("an organization is set up step by step, and what a month costs follows the listings", async () => {
  const { owner, base, getOverview } = await createOwner();
  expect(await getOverview()).toEqual({
    setup: { hasConnection: false, hasKey: false, hasCalled: false },
    connections: [],
    activity: [expect.objectContaining({ action: "organization/create", actorName: "Ann Example" })],
    month: {
      isBillingOn: true,
      isSubscribed: false,
      plan: "starter",
      perListing: 500,
      listings: null,
      total: null,
      at: null,
    },
  });
  const { accountId, clientSecret } = await createAccount();
  const credential = { accountId, secretKey: clientSecret };
  await owner.browser.post(`${base}/connections`, { connector: "hostaway", credential });
  await vi.waitUntil(async () => JSON.stringify(await getOverview()).includes('"total":1500'));
  const { secret } = (await owner.browser.post(`${base}/keys`, { name: "Laptop" })).body as {
    secret: string;
  };
  expect(await getOverview()).toMatchObject({
    setup: { hasConnection: true, hasKey: true, hasCalled: false },
    connections: [{ accountLabel: accountId, status: "valid" }],
    month: { listings: 3, total: 1_500 },
  });
  await callRest(secret, "get_properties");
  expect(await getOverview()).toMatchObject({ setup: { hasCalled: true } });
});

test("each role sees its part of the overview, and a stranger nothing", async () => {
  const { owner, id, base } = await createOwner();
  const ofRole = async (role: string) =>
    (await (await createMember(owner, id, role)).browser.get(`${base}/overview`)).body;
  expect(await ofRole("member")).toMatchObject({ connections: [], activity: null, month: null });
  expect(await ofRole("auditor")).toMatchObject({
    connections: null,
    activity: expect.any(Array),
    month: { isSubscribed: false },
  });
  const stranger = await createPerson();
  expect((await stranger.browser.get(`${base}/overview`)).status).toBe(404);
});
