import { expect, test } from "vitest";
import { look } from "./look.ts";
import { createOwner, openContext, openPage } from "./stage.ts";

test("everybody sees what the plans cost by month and year, five answers, and the plans feature by feature", async () => {
  const { page, complaints } = await openPage(await openContext(), "/pricing");
  expect(await page.title()).toBe("Pricing · Latchkey");
  await page.getByText("$49").waitFor();
  expect(await page.getByRole("group").count()).toBe(5);
  await page.getByText("What happens when the trial ends?").click();
  await look(page, "pricing");
  await page.getByRole("link", { name: "By the year" }).click();
  await page.getByText("$490").waitFor();
  await page.getByRole("link", { name: "Compare Pro" }).click();
  await page.getByRole("heading", { name: "Pro", level: 1 }).waitFor();
  await page.getByRole("row", { name: /Tool calls per month 500 10,000 100,000 1,000,000/ }).waitFor();
  await look(page, "plan");
  const answer = await page.goto("/plans/platinum");
  expect(answer?.status()).toBe(404);
  expect(complaints).toEqual([]);
});

test("whoever is signed in is led to the plans of their organization, without script too", async () => {
  const { context, home } = await createOwner();
  const quiet = await openContext({ javaScriptEnabled: false });
  await quiet.addCookies(await context.cookies());
  const { page } = await openPage(quiet, "/pricing?interval=year");
  await page.getByText("$2,990").waitFor();
  await page.getByRole("link", { name: "Choose Pro" }).click();
  await page.waitForURL(`**${home}/billing/plans`);
});
