import { expect, test, vi } from "vitest";
import { z } from "zod";
import { createBuyer, endTrial, payOnPage, subscribeOnPage, waitForStatus } from "./billing-stage.ts";
import { look } from "./look.ts";
import { control, expectOk, openPage, platform } from "./stage.ts";

const Made = z.looseObject({ secret: z.string() });

/** What a tool call with the key is answered with. */
async function callTool(key: string): Promise<number> {
  const response = await fetch(`${platform.api}/api/v1/tools/get_properties`, {
    method: "POST",
    headers: { "x-api-key": key, "content-type": "application/json" },
    body: "{}",
  });
  await response.body?.cancel();
  return response.status;
}

test("a payment fails: every page says so and keys answer 402; it is paid in the browser, and both are over", async () => {
  const buyer = await createBuyer();
  const { page, complaints } = await openPage(buyer.context, `${buyer.home}/billing/plans`);
  // It can be kept, and each charge fails.
  await subscribeOnPage(page, "Starter", "4000000000000341");
  const { body } = await expectOk(
    buyer.ask("POST", `${buyer.base}/keys`, { name: "Office", scopes: ["read"] }),
  );
  const { secret } = Made.parse(body);
  expect(await callTool(secret)).toBe(200);

  await endTrial(buyer.organization);
  await waitForStatus(buyer, "past_due");
  expect(await callTool(secret)).toBe(402);
  await page.goto(`${buyer.home}/keys`);
  await page.getByText("The last payment failed").waitFor();
  await page.getByRole("link", { name: "Pay now" }).click();
  await page.getByText("An invoice is unpaid").waitFor();
  await look(page, "billing-past-due");
  await page.getByRole("main").getByRole("link", { name: "Pay now" }).last().click();
  await page.waitForURL(/\/stripe\/invoices\//);
  await page.getByLabel("Another payment method").check();
  await payOnPage(page, "4242424242424242");
  await page.getByRole("button").waitFor({ state: "detached" });

  await vi.waitFor(async () => expect(await callTool(secret)).toBe(200), { timeout: 15_000, interval: 500 });
  await page.goto(`${buyer.home}/keys`);
  await page.getByRole("heading", { name: "API keys" }).waitFor();
  expect(await page.getByText("The last payment failed").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("the bank declines a larger plan: the form says so, nothing changes, and paying brings the plan", async () => {
  const buyer = await createBuyer();
  const { page, complaints } = await openPage(buyer.context, `${buyer.home}/billing/plans`);
  await subscribeOnPage(page, "Starter");
  const customer = await endTrial(buyer.organization);
  await waitForStatus(buyer, "active");
  await control(`/stripe/customers/${customer}`, { card: "declined" });
  await page.goto(`${buyer.home}/billing/plans?dialog=change&plan=pro`);
  await page.getByRole("button", { name: "Change now" }).click();
  await page.getByRole("alert").getByText("The bank declined the payment").waitFor();
  await look(page, "billing-declined");
  await control(`/stripe/customers/${customer}`, { card: null });
  await page.getByRole("link", { name: "Put it right" }).click();
  await page.waitForURL(/\/stripe\/invoices\//);
  await page.getByLabel("Another payment method").check();
  await payOnPage(page, "4242424242424242");
  await page.getByRole("button").waitFor({ state: "detached" });
  await vi.waitFor(
    async () => {
      await page.goto(`${buyer.home}/billing`);
      await page.getByRole("heading", { name: "Pro" }).waitFor({ timeout: 1_000 });
    },
    { timeout: 15_000 },
  );
  expect(complaints).toEqual([]);
});

test("Stripe is down: the page stands with what is known here, and says what is not", async () => {
  const buyer = await createBuyer();
  const { page, complaints } = await openPage(buyer.context, `${buyer.home}/billing/plans`);
  await subscribeOnPage(page, "Starter");
  const customer = await endTrial(buyer.organization);
  await waitForStatus(buyer, "active");
  // Longer than the client tries.
  const fault = { kind: "error", method: "POST", path: "/v1/invoices/create_preview", status: 500, times: 3 };
  await control("/stripe/faults", { ...fault, customer });
  await page.goto(`${buyer.home}/billing`);
  await page.getByText("Stripe does not answer just now.").waitFor();
  await page.getByText("$15.00 (3 listings × $5)").waitFor();
  await vi.waitFor(
    async () => {
      await page.reload();
      await page.getByText("Projected bill").waitFor({ timeout: 1_000 });
    },
    { timeout: 15_000 },
  );
  expect(complaints).toEqual([]);
});
