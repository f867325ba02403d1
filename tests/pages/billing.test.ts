import { expect, test } from "vitest";
import { createBuyer, endTrial, stripe, subscribeOnPage, waitForStatus } from "./billing-stage.ts";
import { look } from "./look.ts";
import { control, openPage } from "./stage.ts";

test("a plan is bought on Stripe's page, listings are synced, the plan is changed for what was previewed", async () => {
  const buyer = await createBuyer();
  const { page, complaints } = await openPage(buyer.context, `${buyer.home}/billing`);
  await page.getByText("14 days left").waitFor();
  await look(page, "billing-trial");
  await page.getByRole("link", { name: "Subscribe" }).click();
  await page.getByRole("button", { name: "Subscribe to Starter" }).waitFor();
  await look(page, "billing-plans-trial");
  await subscribeOnPage(page, "Starter");
  expect(new URL(page.url()).search).toBe("");
  const customer = await endTrial(buyer.organization);
  await waitForStatus(buyer, "active");
  await page.reload();
  await page.getByText("$15.00 (3 listings × $5)").waitFor();

  const addListing = () => control(`/hostaway/accounts/${buyer.accountId}/listings`, { name: "Boat house" });
  await addListing();
  await page.getByRole("button", { name: "Sync now" }).click();
  await page.getByText("Listing count updated: 3 → 4 (+$5 prorated)").waitFor();
  await addListing();
  await page.getByRole("button", { name: "Sync now" }).click();
  await page
    .getByText("5 active listings. Today's one change is made already, so 4 are billed until")
    .waitFor();
  await look(page, "billing");

  await page.getByRole("link", { name: "Change plan" }).click();
  await page.getByRole("link", { name: "Change to Pro" }).click();
  const charged = page.getByRole("dialog").locator("div:has(> dt:text-is('Charged now')) dd");
  const amount = (await charged.textContent()) ?? "";
  await look(page, "billing-change");
  await page.getByRole("button", { name: "Change now" }).click();
  await page.getByText(`The plan is changed. ${amount} were charged.`).waitFor();
  const { data } = await stripe.invoices.list({ customer, limit: 1 });
  expect(`$${((data[0]?.amount_paid ?? 0) / 100).toFixed(2)}`).toBe(amount);
  await page.getByRole("heading", { name: "Pro" }).waitFor();

  await page
    .getByRole("link", { name: /^Lines of/ })
    .first()
    .click();
  await page.getByRole("dialog").getByText("Total").waitFor();
  await look(page, "billing-invoice");
  await page.getByRole("link", { name: "Close" }).click();
  const pdf = await page
    .getByRole("link", { name: /^PDF of/ })
    .first()
    .getAttribute("href");
  const answer = await buyer.context.request.get(pdf ?? "");
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await page.getByRole("button", { name: "Manage in Stripe" }).click();
  await page.waitForURL(/\/stripe\/portal\//);
  await page.getByRole("link", { name: "Back" }).click();
  await page.waitForURL(`**${buyer.home}/billing`);
  expect(complaints).toEqual([]);
});
