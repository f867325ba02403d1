import { expect, test } from "vitest";
import { connectAs, createBilledOwner } from "#tests/billed-owner.ts";
import { addListings } from "#tests/listings.ts";
import { createMember } from "#tests/person.ts";
import { readAccount, subscribe } from "#tests/stripe.ts";

test("Sync now counts, changes what is billed, and says what that costs; a second change waits", async () => {
  const { owner, id, account, path } = await createBilledOwner();
  await subscribe({ id }, { quantity: 3 });
  await addListings(account, 1);
  const first = await owner.browser.post(`${path}/sync-listings`, {});
  expect(first.status).toBe(200);
  expect(first.body).toMatchObject({
    listings: 4,
    quantity: 4,
    changed: true,
    proration: expect.any(Number),
  });
  await addListings(account, 1);
  const second = await owner.browser.post(`${path}/sync-listings`, {});
  expect(second.body).toMatchObject({
    listings: 5,
    quantity: 4,
    changed: false,
    message: expect.stringContaining("Today's change is made already"),
  });
  const history = await owner.browser.get(`${path}/listings`);
  expect(history.body).toMatchObject({
    listings: 5,
    quantity: 4,
    counts: [{ listings: 4 }],
    changes: [{ from: 3, to: 4, source: "manual", state: "written" }],
    drifts: [],
  });
  expect(await readAccount({ id })).toMatchObject({ quantity: 4 });
});

test("Sync now is allowed ten times a minute, and then asks to wait", async () => {
  const { owner, path } = await createBilledOwner();
  const statuses: number[] = [];
  for (let call = 0; call < 11; call += 1) {
    statuses.push((await owner.browser.post(`${path}/sync-listings`, {})).status);
  }
  expect(statuses.slice(0, 10).every((status) => status === 200)).toBe(true);
  expect(statuses[10]).toBe(429);
});

test("a member may not sync, and strangers find nothing", async () => {
  const [{ owner, id, path }, stranger] = [await createBilledOwner(), await createBilledOwner()];
  const member = await createMember(owner, id, "member");
  expect((await member.browser.post(`${path}/sync-listings`, {})).status).toBe(403);
  expect((await stranger.owner.browser.post(`${path}/sync-listings`, {})).status).toBe(404);
  expect((await stranger.owner.browser.get(`${path}/listings`)).status).toBe(404);
});

test("connecting an account that had its trial elsewhere ends the trial, over the API too", async () => {
  const first = await createBilledOwner();
  const second = await createBilledOwner();
  const connected = await connectAs(second.owner, second.id, first.account);
  expect(connected.status).toBe(201);
  expect(await readAccount({ id: second.id })).toMatchObject({ status: "free", plan: "free" });
  expect(await readAccount({ id: first.id })).toMatchObject({ status: "trialing" });
});
