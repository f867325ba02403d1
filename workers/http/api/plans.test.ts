import { expect, test } from "vitest";
import { createBrowser } from "#tests/browser.ts";
import { fetchApi } from "#tests/organization.ts";

const read = async (path: string) => {
  const response = await fetchApi(path);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

test("anybody may read the plans, from the least to the most, with what a year saves", async () => {
  const { status, body } = await read("/api/v1/billing/plans");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    plans: [
      { slug: "free", price: { month: 0, year: 0 }, pricePerListing: null, yearlySavingPercent: null },
      { slug: "starter", pricePerListing: 500, trialDays: 14, isPopular: true },
      { slug: "pro", price: { month: 4900, year: 49000 }, yearlySavingPercent: 17 },
      { slug: "enterprise", pricePerListing: 400, yearlySavingPercent: 17 },
    ],
  });
});

test("one plan comes with each feature of all plans beside each other", async () => {
  const { body } = await read("/api/v1/billing/plans/pro");
  expect(body).toMatchObject({
    plan: { slug: "pro", features: { toolCalls: 100_000, webhookEndpoints: 5 } },
    comparison: expect.arrayContaining([
      {
        feature: "toolCalls",
        name: "Tool calls per month",
        values: { free: 500, starter: 10_000, pro: 100_000, enterprise: 1_000_000 },
      },
    ]),
  });
});

test("every feature that is not sold says why", async () => {
  const { body } = await read("/api/v1/billing/plans/free");
  const refused = body.refused as { feature: string; reason: string }[];
  expect(refused.map(({ feature }) => feature)).toContain("sso_enabled");
  expect(refused.every(({ reason }) => reason.length > 20)).toBe(true);
});

test("an unknown plan is a 404 that names those there are", async () => {
  const { status, body } = await read("/api/v1/billing/plans/gold");
  expect(status).toBe(404);
  expect(body).toMatchObject({
    error: { code: "not_found", message: expect.stringContaining("enterprise") },
  });
});

test("the dashboard reads them without a session", async () => {
  const { status, body } = await createBrowser().get("/api/v1/billing/plans");
  expect(status).toBe(200);
  expect(body).toMatchObject({ plans: expect.any(Array) });
});
