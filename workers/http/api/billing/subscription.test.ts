import { expect, test, vi } from "vitest";
import { createBillingOwner } from "#tests/billing.ts";
import { createMember, createPerson } from "#tests/person.ts";
import { setClockSpeed } from "#tests/sandbox.ts";
import { cards, payCheckout, readAccount, setCard } from "#tests/stripe.ts";

// Each test pays for a subscription of its own, which takes some dozen requests.
vi.setConfig({ testTimeout: 30_000 });

async function createSubscribedOwner() {
  const made = await createBillingOwner();
  const { owner, base } = made;
  const { body } = await owner.browser.post(`${base}/checkout`, { plan: "starter" });
  const back = await payCheckout((body as { url: string }).url, cards.good);
  const sessionId = new URL(back).searchParams.get("session_id");
  const returned = await owner.browser.post(`${base}/checkout/return`, { sessionId });
  expect([returned.status, returned.body]).toEqual([200, { outcome: "paid" }]);
  return made;
}

test("an owner subscribes, sees what it costs, changes the plan, cancels and comes back; the log and the history tell of it", async () => {
  const { owner, id, base, listings } = await createSubscribedOwner();
  const { browser } = owner;
  const billing = await browser.get(base);
  expect([billing.status, billing.body]).toMatchObject([
    200,
    {
      isBillingOn: true,
      plan: "starter",
      status: "active",
      subscription: {
        price: { listings, listingsTotal: 500 * listings },
        nextBill: { amount: 500 * listings },
      },
      openInvoice: null,
      operation: null,
    },
  ]);
  expect(billing.body).toHaveProperty(
    "usage",
    expect.arrayContaining([{ name: "connections", used: 1, limit: 3 }]),
  );
  const preview = await browser.post(`${base}/change/preview`, { plan: "pro" });
  expect([preview.status, preview.body]).toMatchObject([200, { effective: "now", warnings: [] }]);
  expect((await browser.post(`${base}/change`, { plan: "pro" })).status).toBe(200);
  expect((await browser.post(`${base}/change`, { plan: "starter" })).status).toBe(200);
  expect((await browser.get(base)).body).toMatchObject({
    plan: "pro",
    subscription: { scheduledChange: { plan: "starter", interval: "month" } },
  });
  expect((await browser.send("DELETE", `${base}/change`)).status).toBe(204);
  expect((await browser.post(`${base}/cancel`, { reason: "unused" })).status).toBe(200);
  expect((await browser.get(base)).body).toMatchObject({ subscription: { nextBill: null } });
  expect((await browser.post(`${base}/reactivate`)).status).toBe(204);
  expect((await browser.post(`${base}/portal`)).body).toMatchObject({
    url: expect.stringMatching(/^https:/),
  });

  const first = (await browser.get(`${base}/history?limit=2`)).body as {
    changes: { id: string; kind: string; actor: string }[];
    nextCursor: string;
  };
  const next = (await browser.get(`${base}/history?cursor=${encodeURIComponent(first.nextCursor)}`))
    .body as typeof first;
  const changes = [...first.changes, ...next.changes];
  const kinds = changes.map(({ kind }) => kind);
  for (const kind of ["subscribed", "upgraded", "downgrade_scheduled", "cancel_scheduled", "reactivated"])
    expect(kinds).toContain(kind);
  expect(new Set(changes.map((change) => change.id)).size).toBe(changes.length);
  expect(changes.find(({ kind }) => kind === "cancel_scheduled")?.actor).toBe(`user:${owner.userId}`);
  expect((await browser.get(`${base}/history?cursor=nonsense`)).status).toBe(400);

  const log = (await browser.get(`/api/v1/organizations/${id}/activity?action=billing/`)).body as {
    rows: { action: string; result: string; actor: string }[];
  };
  expect(log.rows).toContainEqual(
    expect.objectContaining({ action: "billing/change", result: "ok", actor: `user:${owner.userId}` }),
  );
});

test("a declined upgrade leaves as a receipt whose address is the invoice's", async () => {
  const { owner, id, base } = await createSubscribedOwner();
  await setCard((await readAccount({ id })).customer_id ?? "", "declined");
  const { status, body } = await owner.browser.post(`${base}/change`, { plan: "pro" });
  expect([status, body]).toMatchObject([
    402,
    { error: { code: "payment_failed", url: expect.stringMatching(/invoice/) } },
  ]);
});

const writes: [string, string, object][] = [
  ["POST", "/checkout", { plan: "starter" }],
  ["POST", "/checkout/return", { sessionId: "cs_test_1" }],
  ["POST", "/change/preview", { plan: "pro" }],
  ["POST", "/change", { plan: "pro" }],
  ["DELETE", "/change", {}],
  ["POST", "/cancel", {}],
  ["POST", "/reactivate", {}],
  ["POST", "/portal", {}],
  ["PATCH", "/profile", { name: "Other" }],
  ["PATCH", "/notifications", { usageAlerts: false }],
];

test("members and auditors change nothing of the billing, and another organization's owner sees none of it", async () => {
  const { owner, id, base } = await createBillingOwner();
  const [auditor, member] = [
    await createMember(owner, id, "auditor"),
    await createMember(owner, id, "member"),
  ];
  const stranger = await createPerson();
  for (const [method, path, body] of writes) {
    expect((await auditor.browser.send(method, `${base}${path}`, body)).status).toBe(403);
    expect((await member.browser.send(method, `${base}${path}`, body)).status).toBe(403);
    expect((await stranger.browser.send(method, `${base}${path}`, body)).status).toBe(404);
  }
  for (const path of ["", "/history", "/profile", "/notifications"]) {
    expect((await auditor.browser.get(`${base}${path}`)).status).toBe(200);
    expect((await member.browser.get(`${base}${path}`)).status).toBe(403);
    expect((await stranger.browser.get(`${base}${path}`)).status).toBe(404);
  }
});

test("a smaller plan warns of what there is too much of", async () => {
  const { owner, id, base } = await createBillingOwner();
  const { body } = await owner.browser.post(`${base}/checkout`, { plan: "pro" });
  const back = await payCheckout((body as { url: string }).url);
  await owner.browser.post(`${base}/checkout/return`, {
    sessionId: new URL(back).searchParams.get("session_id"),
  });
  const keys = `/api/v1/organizations/${id}/keys`;
  for (const name of ["1", "2", "3", "4", "5", "6"]) await owner.browser.post(keys, { name });
  const preview = await owner.browser.post(`${base}/change/preview`, { plan: "starter" });
  expect(preview.body).toMatchObject({
    effective: "period_end",
    warnings: [{ limit: "apiKeys", used: 6, allowed: 5 }],
  });
});

test.each([
  ["checkout", { plan: "starter" }],
  ["change/preview", { plan: "pro" }],
])("%s is answered ten times a minute for an organization, and then asks to wait", async (path, input) => {
  const { owner, id, base } = await createBillingOwner();
  const { browser } = await createMember(owner, id, "admin");
  // However slow the machine, all of it within the same minute.
  await setClockSpeed(0);
  const statuses: number[] = [];
  for (let call = 0; call < 10; call += 1) {
    statuses.push((await owner.browser.post(`${base}/${path}`, input)).status);
  }
  expect(statuses).not.toContain(429);
  const { status, body } = await browser.post(`${base}/${path}`, input);
  expect([status, body]).toMatchObject([429, { error: { code: "rate_limited", limit: 10 } }]);
});
