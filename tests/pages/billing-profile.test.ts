import { expect, test } from "vitest";
import { createBuyer } from "./billing-stage.ts";
import { look } from "./look.ts";
import { createMember } from "./member.ts";
import { openContext, openPage } from "./stage.ts";

test("the billing profile and the mails are changed; what is wrong stands at its field", async () => {
  const buyer = await createBuyer();
  const { page, complaints } = await openPage(buyer.context, `${buyer.home}/billing/profile`);
  await look(page, "billing-profile");
  await page.getByLabel("Name", { exact: true }).fill("Müller & Söhne <b>GmbH</b>");
  await page.getByLabel("Address", { exact: true }).fill("Kai 1");
  await page.getByLabel("Country").fill("1");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByLabel("Country").getAttribute("aria-invalid")).toBe("true");
  expect(await page.getByLabel("Address", { exact: true }).inputValue()).toBe("Kai 1");
  await look(page, "billing-profile-refused");
  await page.getByLabel("Country").fill("de");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("The next invoice says so.").waitFor();
  await page.getByLabel("At these percentages").fill("50, fifty");
  await page.getByRole("button", { name: "Save mails" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("At these percentages").fill("50, 95");
  await page.getByLabel("A mail for each invoice").uncheck();
  await page.getByRole("button", { name: "Save mails" }).click();
  await page.getByText("Saved.", { exact: true }).waitFor();
  await page.reload();
  expect(await page.getByLabel("Country").inputValue()).toBe("DE");
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Müller & Söhne <b>GmbH</b>");
  expect(await page.getByLabel("At these percentages").inputValue()).toBe("50, 95");
  expect(await page.getByLabel("A mail for each invoice").isChecked()).toBe(false);
  expect(complaints).toEqual([]);
});

test("without script one subscribes, comes back without paying, and hears that nothing was charged", async () => {
  const buyer = await createBuyer();
  const context = await openContext({ javaScriptEnabled: false });
  await context.addCookies(await buyer.context.cookies());
  const { page } = await openPage(context, `${buyer.home}/billing/plans`);
  await page.getByRole("button", { name: "Subscribe to Starter" }).click();
  await page.waitForURL(/\/stripe\/checkout\//);
  await page.getByRole("link", { name: /back/i }).click();
  await page.getByText("Nothing was charged").waitFor();
  await page.getByRole("button", { name: "Sync now" }).click();
  await page.getByText("3 active listings. Nothing is billed by listing.").waitFor();
});

test("an auditor reads the billing and is offered nothing; a member, and people of elsewhere, do not see it", async () => {
  const buyer = await createBuyer();
  const { home } = buyer;
  const auditor = await openPage((await createMember(buyer, "auditor")).context, `${home}/billing`);
  await auditor.page.getByText("14 days left").waitFor();
  for (const path of ["", "/plans", "/profile", "/history"]) {
    await auditor.page.goto(`${home}/billing${path}`);
    const buttons = auditor.page.locator("#content").getByRole("button");
    expect(await buttons.count(), path).toBe(0);
  }
  expect(auditor.complaints).toEqual([]);

  const member = await createMember(buyer, "member");
  const { page } = await openPage(member.context, `${home}/billing/plans`);
  await page.getByRole("heading", { name: "This is not open to you" }).waitFor();
  await look(page, "billing-forbidden");
  const stranger = await createBuyer();
  await stranger.context.clearCookies();
  await stranger.context.addCookies(await member.context.cookies());
  const elsewhere = await openPage(stranger.context, `${stranger.home}/billing`);
  await elsewhere.page.getByRole("heading", { name: "There is no page here" }).waitFor();
});
