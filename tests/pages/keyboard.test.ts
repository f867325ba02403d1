import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { createOwner, openContext, openPage } from "./stage.ts";

/** What has the focus, as it is read out. */
const getFocused = (page: Page) =>
  page.evaluate(`{
    const { ariaLabel, innerText, id, labels } = document.activeElement;
    (ariaLabel || labels?.[0]?.innerText || innerText || id).split("\\n").at(-1);
  }`);

test("the tabulator goes through the frame in the order of reading, and one may skip it", async () => {
  const { context, home } = await createOwner();
  const { page } = await openPage(context, `${home}/keys`);
  const order: unknown[] = [];
  for (let press = 0; press < 16; press += 1) {
    await page.keyboard.press("Tab");
    order.push(await getFocused(page));
  }
  expect(order).toEqual([
    "Skip to content",
    "Latchkey",
    "Switch organization",
    "Overview",
    "Connect an assistant",
    "Connections",
    "API keys",
    "Connected assistants",
    "Clients",
    "Usage",
    "Activity",
    "Billing",
    "Team",
    "Settings",
    "Your account",
    "Generate new API key",
  ]);
  await page.reload({ waitUntil: "networkidle" });
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("content");
  await page.keyboard.press("Tab");
  expect(await getFocused(page)).toBe("Generate new API key");
});

test("a dialog takes the focus, keeps it, closes on Escape and gives it back", async () => {
  const { context, home } = await createOwner();
  const { page } = await openPage(context, `${home}/keys`);
  const opener = page.getByRole("link", { name: "Generate new API key" });
  await opener.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await expect.poll(() => getFocused(page)).toBe("Name");
  const isInside = `document.activeElement === document.body ||
    document.activeElement.closest("dialog") !== null`;
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(isInside)).toBe(true);
  }
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(new URL(page.url()).search).toBe("");
  await expect.poll(() => getFocused(page)).toBe("Generate new API key");
});

test("a menu opens, closes on Escape and gives the focus back", async () => {
  const { context, home } = await createOwner();
  const { page } = await openPage(context, `${home}/keys`);
  await page.locator("aside summary").last().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Sign out" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Sign out" }).waitFor({ state: "hidden" });
  expect(await getFocused(page)).toBe("Your account");
});

test("nothing moves for whoever asked for no movement, and a printed page is without its frame", async () => {
  const { context, home } = await createOwner();
  const { page } = await openPage(context, `${home}/keys`);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.evaluate(
    `document.body.insertAdjacentHTML("beforeend", '<i id="moving" class="animate-loading"></i>')`,
  );
  const duration = `getComputedStyle(document.getElementById("moving")).animationDuration`;
  expect(Number.parseFloat(String(await page.evaluate(duration)))).toBeLessThan(0.001);
  await page.emulateMedia({ media: "print", reducedMotion: null });
  expect(await page.locator("aside").isVisible()).toBe(false);
  expect(await page.getByRole("heading", { name: "API keys" }).isVisible()).toBe(true);
  await page.setViewportSize({ width: 600, height: 900 });
  expect(await page.locator("header").first().isVisible()).toBe(false);
});

test("without script a menu opens, a dialog opens and closes, a key is made, and made twice if sent twice", async () => {
  const { listCookies, home, ask, base } = await createOwner();
  const context = await openContext({ javaScriptEnabled: false });
  const { page } = await openPage(context, "/favicon.svg");
  const url = new URL(page.url()).origin;
  await context.addCookies(listCookies().map((cookie) => ({ ...cookie, url })));
  await page.goto(`${home}/keys`);
  await page.locator("aside summary").last().click();
  expect(await page.getByRole("button", { name: "Sign out" }).isVisible()).toBe(true);
  await page.getByRole("link", { name: "Generate new API key" }).click();
  await page.getByRole("link", { name: "Cancel" }).click();
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.getByRole("link", { name: "Generate new API key" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Plain");
  await page.getByRole("button", { name: "Generate key" }).click();
  expect(await page.locator("#secret").textContent()).toMatch(/^api_[0-9a-f]{64}$/);
  await page.reload();
  expect((await ask("GET", `${base}/keys`)).body.keys).toHaveLength(2);
  await page.getByRole("link", { name: "Done" }).click();
  expect(await page.getByText(/api_[0-9a-f]{64}/).count()).toBe(0);
});
