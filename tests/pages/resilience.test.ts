import { afterAll, beforeEach, expect, test } from "vitest";
import { startFallibleDashboard } from "./fallible-dashboard.ts";
import { createOwner, openPage } from "./stage.ts";

const fallible = await startFallibleDashboard("resilience");
beforeEach(() => {
  Object.assign(fallible.api, { isDown: false, delayMs: 0 });
});
afterAll(fallible.stop);

test("while the API is away a page says so, and comes back by itself", async () => {
  const { context, home } = await createOwner();
  fallible.api.isDown = true;
  const { page } = await openPage(context, `${fallible.url}${home}/keys`);
  await page.getByRole("heading", { name: "The API does not answer" }).waitFor();
  expect(await page.content()).not.toContain("Bad gateway");
  expect((await page.reload())?.status()).toBe(503);
  fallible.api.isDown = false;
  await page.getByRole("heading", { name: "API keys" }).waitFor();

  fallible.api.isDown = true;
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("heading", { name: "The API does not answer" }).waitFor();
  fallible.api.isDown = false;
  await page.getByRole("heading", { name: "Settings" }).waitFor();

  await page.goto(`${fallible.url}${home}/keys?dialog=new`, { waitUntil: "networkidle" });
  fallible.api.isDown = true;
  await page.getByLabel("Name", { exact: true }).fill("Office");
  await page.getByRole("button", { name: "Generate key" }).click();
  await page.getByRole("alert").getByText("The API does not answer").waitFor();
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Office");
  fallible.api.isDown = false;
  await page.getByRole("button", { name: "Generate key" }).click();
  await page.locator("#secret").waitFor();
});

test("while an answer takes its time, a bar moves, the page is busy, and its button is off", async () => {
  const { context, home, ask, base } = await createOwner();
  const { page } = await openPage(context, `${fallible.url}${home}/keys`);
  fallible.api.delayMs = 1_000;
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("progressbar", { name: "Loading" }).waitFor();
  await page.locator("main[aria-busy=true]").waitFor();
  await page.getByRole("heading", { name: "Settings" }).waitFor();
  await page.locator("main[aria-busy=false]").waitFor();
  expect(await page.getByRole("progressbar", { name: "Loading" }).count()).toBe(0);

  await page.goto(`${fallible.url}${home}/keys?dialog=new`, { waitUntil: "networkidle" });
  await page.getByLabel("Name", { exact: true }).fill("Once");
  await page.getByRole("button", { name: "Generate key" }).dblclick();
  const busy = page.getByRole("button", { name: "Generating…" });
  expect(await busy.getAttribute("aria-disabled")).toBe("true");
  await page.getByLabel("Name", { exact: true }).press("Enter");
  await page.locator("#secret").waitFor();
  fallible.api.delayMs = 0;
  expect((await ask("GET", `${base}/keys`)).body.keys).toHaveLength(1);
});

test("what may be shown before it is answered is: a theme acts at once", async () => {
  const { context } = await createOwner();
  const { page } = await openPage(context, `${fallible.url}/account/appearance`);
  fallible.api.delayMs = 3_000;
  await page.getByLabel("Dark").check();
  await page.getByRole("button", { name: "Save theme" }).click();
  await page.locator("html[data-theme=dark]").waitFor();
  expect(await page.getByRole("button", { name: "Saving…" }).count()).toBe(1);
  fallible.api.delayMs = 0;
  await page.getByText("The theme is saved in this browser.").waitFor();
});

test("a session that ends in the middle of a form leads to the sign-in page, and from there back to the form", async () => {
  const { context, email, home } = await createOwner();
  const { page } = await openPage(context, `${home}/keys?dialog=new`);
  await context.clearCookies({ name: /session_token/ });
  await page.getByLabel("Name", { exact: true }).fill("Office");
  await page.getByRole("button", { name: "Generate key" }).click();
  await page.waitForURL("**/sign-in?*");
  expect(new URL(page.url()).searchParams.get("to")).toBe(`${home}/keys?dialog=new`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`**${home}/keys?dialog=new`);
  await page.getByRole("heading", { name: "Generate new API key" }).waitFor();
});

test("what one tab deletes, the other is told of", async () => {
  const { context, home, ask, base } = await createOwner();
  await ask("POST", `${base}/keys`, { name: "Shared" });
  const [{ page: one }, { page: other }] = [
    await openPage(context, `${home}/keys`),
    await openPage(context, `${home}/keys`),
  ];
  await other.getByRole("link", { name: "Rename Shared" }).click();
  await other.getByLabel("Name", { exact: true }).fill("Too late");
  await one.getByRole("link", { name: "Delete Shared" }).click();
  await one.getByRole("button", { name: "Delete key" }).click();
  await one.getByText("The key is deleted").waitFor();
  await other.getByRole("button", { name: "Save" }).click();
  await other.getByText("It may be gone since you opened this").waitFor();
  expect(new URL(other.url()).searchParams.has("dialog")).toBe(false);
});

test("a key that was shown is not shown again by going back, from here or from another site", async () => {
  const { context, home } = await createOwner();
  const { page } = await openPage(context, `${home}/keys?dialog=new`);
  await page.getByLabel("Name", { exact: true }).fill("Office");
  await page.getByRole("button", { name: "Generate key" }).click();
  const secret = (await page.locator("#secret").textContent()) ?? "";
  expect(secret).toMatch(/^api_/);
  await page.evaluate(`{
    const seen = (window.seen = []);
    addEventListener("pageshow", () => seen.push(document.documentElement.outerHTML));
  }`);
  await page.goto("about:blank");
  await page.goBack({ waitUntil: "networkidle" });
  expect(await page.content()).not.toContain(secret);
  expect(
    await page.evaluate("JSON.stringify([window.seen, history.state, { ...sessionStorage }])"),
  ).not.toContain(secret);
  await page.goForward();
  await page.goBack();
  await page.reload();
  expect(await page.content()).not.toContain(secret);
});

test("a page that the browser puts aside has forgotten its secret before it is frozen", async () => {
  const { context, home } = await createOwner();
  const { page } = await openPage(context, `${home}/keys?dialog=new`);
  await page.getByLabel("Name", { exact: true }).fill("Office");
  await page.getByRole("button", { name: "Generate key" }).click();
  await page.getByText(/^api_/).waitFor();
  const hide = `dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    document.documentElement.outerHTML`;
  expect(await page.evaluate(hide)).not.toMatch(/api_[0-9a-f]{64}/);
});
