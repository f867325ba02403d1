import { expect, test } from "vitest";
import { callRest } from "#tests/organization.ts";
import { createPerson } from "#tests/person.ts";
import { advanceClock, stopClock } from "#tests/sandbox.ts";

async function createOwner() {
  const owner = await createPerson();
  const base = `/api/v1/organizations/${await owner.createOrganization()}`;
  return { browser: owner.browser, base };
}

test("usage is counted by what is asked for, from day to day", async () => {
  const { browser, base } = await createOwner();
  const { body } = await browser.post(`${base}/keys`, { name: "Office" });
  const { id, secret } = body as { id: string; secret: string };
  await callRest(secret, "get_connection_status");
  const usage = await browser.get(`${base}/usage?by=key&from=2027-01-01&to=2028-01-01`);
  expect(usage.body).toEqual({
    totals: { calls: 1, billable: 1, errors: 0, averageDurationMs: expect.any(Number) },
    rows: [{ group: id, calls: 1, billable: 1, errors: 0, averageDurationMs: expect.any(Number) }],
  });
  const wrong = await browser.get(`${base}/usage?by=week`);
  expect([wrong.status, wrong.body]).toMatchObject([400, { error: { code: "invalid_request" } }]);
});

test("overview, errors, percentiles and the file are there for whoever may see usage", async () => {
  const { browser, base } = await createOwner();
  const { body } = await browser.post(`${base}/keys`, { name: "Office" });
  const { secret } = body as { secret: string };
  await callRest(secret, "get_connection_status");
  await callRest(secret, "no_such_tool");
  expect((await browser.get(`${base}/usage/overview`)).body).toMatchObject({
    used: 1,
    quota: 10_000,
    listings: { active: null, served: null },
    errorPercent: 50,
  });
  expect((await browser.get(`${base}/usage/errors`)).body).toEqual({
    rows: [{ code: "unknown_tool", tool: "unknown", calls: 1 }],
  });
  expect((await browser.get(`${base}/usage/latency`)).body).toMatchObject({ calls: 2, days: [{ calls: 2 }] });
  const { headers, status } = await browser.get(`${base}/usage/export?by=connector`);
  expect([status, headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
});

test("the eleventh question in a minute that reads much is told to wait, whichever it is, and others are not", async () => {
  const { browser, base } = await createOwner();
  await stopClock();
  const addresses = ["usage", "activity/export", "activity/verify", "export"];
  for (let count = 0; count < 10; count += 1) {
    expect((await browser.get(`${base}/${addresses[count % 4]}`)).status).toBe(200);
  }
  for (const address of addresses) {
    const { status, body, headers } = await browser.get(`${base}/${address}`);
    expect([status, body]).toMatchObject([429, { error: { code: "rate_limited", limit: 10 } }]);
    expect(Number(headers.get("retry-after"))).toBe(60);
  }
  expect((await browser.get(`${base}/activity`)).status).toBe(200);
  await advanceClock("60s");
  expect((await browser.get(`${base}/usage`)).status).toBe(200);
});

test("the hundred and first request in a minute is told to wait, whatever it asks for", async () => {
  const { browser, base } = await createOwner();
  await stopClock();
  await advanceClock("60s");
  for (let count = 0; count < 100; count += 1) {
    expect((await browser.get(`${base}/${count % 2 === 0 ? "keys" : "clients"}`)).status).toBe(200);
  }
  const { status, body, headers } = await browser.get(`${base}/usage`);
  expect([status, body]).toMatchObject([429, { error: { code: "rate_limited", limit: 100 } }]);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
});
