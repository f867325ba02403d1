import { expect, test } from "vitest";
import { createBuyer, endTrial, subscribeOnPage, waitForStatus } from "./billing-stage.ts";
import { look } from "./look.ts";
import { expectOk, openPage } from "./stage.ts";

test("a smaller plan is planned and taken back; the subscription is canceled and taken up again", async () => {
  const buyer = await createBuyer();
  await expectOk(buyer.ask("PATCH", buyer.base, { locale: "de-DE" }));
  const { page, complaints } = await openPage(buyer.context, `${buyer.home}/billing/plans`);
  await subscribeOnPage(page, "Pro");
  await endTrial(buyer.organization);
  await waitForStatus(buyer, "active");
  await page.goto(`${buyer.home}/billing/plans`);
  await page.getByRole("link", { name: "Change to Starter" }).click();
  await page.getByRole("button", { name: "Plan the change" }).click();
  await page.getByText("Nothing is charged now.").waitFor();
  await page.getByText("Planned change").waitFor();
  await page.goto(`${buyer.home}/billing/plans`);
  await page.getByRole("button", { name: "Take the change back" }).click();
  await page.getByText("The plan stays as it is.").waitFor();

  await page.getByRole("link", { name: "Cancel the subscription" }).click();
  await look(page, "billing-cancel");
  await page.getByLabel("Why").selectOption("too_expensive");
  await page.getByLabel("What should be better").fill("<script>alert(1)</script> żółw");
  await page.getByRole("button", { name: "Cancel the subscription" }).click();
  await page.getByText(/^The subscription ends on \d{2}\.\d{2}\.\d{4}\. Everything is kept until/).waitFor();
  await page.goto(`${buyer.home}/billing/plans`);
  await page.getByText("The subscription is canceled").waitFor();
  await look(page, "billing-canceled");
  await page.getByRole("button", { name: "Keep the subscription" }).click();
  await page.getByText("The subscription goes on.").waitFor();
  await page.getByRole("link", { name: "History" }).click();
  await page.getByText("The cancellation was taken back").waitFor();
  await page.getByText("“<script>alert(1)</script> żółw”").waitFor();
  await look(page, "billing-history");
  expect(complaints).toEqual([]);
});
