import { expect, test, vi } from "vitest";
import { z } from "zod";
import { createBuyer, endTrial, payOnPage, subscribeOnPage, waitForStatus } from "./billing-stage.ts";
import { look } from "./look.ts";
import { expectOk, openPage, platform } from "./stage.ts";

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
  await page.getByText("Download PDF").waitFor();

  await vi.waitFor(async () => expect(await callTool(secret)).toBe(200), { timeout: 15_000, interval: 500 });
  await page.goto(`${buyer.home}/keys`);
  await page.getByRole("heading", { name: "API keys" }).waitFor();
  expect(await page.getByText("The last payment failed").count()).toBe(0);
  expect(complaints).toEqual([]);
});
