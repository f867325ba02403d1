import { expect, test } from "vitest";
import { look } from "./look.ts";
import { createOwner, openContext, openPage, platform } from "./stage.ts";

test("the operator's texts are a click away on public pages, and say that they are a template", async () => {
  const { page, complaints } = await openPage(await openContext(), "/sign-up");
  await look(page, "sign-up-with-terms");
  await page.getByRole("main").getByRole("link", { name: "terms" }).click();
  await page.getByRole("heading", { name: "Terms of service", level: 1 }).waitFor();
  expect(await page.title()).toBe("Terms of service · Latchkey");
  await page.getByText("who offers this service").waitFor();
  await page.getByRole("contentinfo").getByRole("link", { name: "Privacy" }).click();
  await page.getByRole("heading", { name: "Privacy policy", level: 1 }).waitFor();
  expect(await page.title()).toBe("Privacy policy · Latchkey");
  await page.getByText("Template.").waitFor();
  expect(await page.getByText("[operator's name]").count()).toBeGreaterThan(0);
  await look(page, "privacy");
  expect(complaints).toEqual([]);
});

test("whoever is signed in reads them too, without script", async () => {
  const { context, home } = await createOwner();
  const quiet = await openContext({ javaScriptEnabled: false });
  await quiet.addCookies(await context.cookies());
  const { page } = await openPage(quiet, "/terms");
  await page.getByRole("heading", { name: "Plans and payment" }).waitFor();
  await page.goto(`${home}/connect`);
  await page.getByRole("link", { name: "limits and quirks" }).click();
  await page.waitForURL(`${platform.api}/docs/clients`);
  await page.getByRole("heading", { name: "Claude Desktop" }).waitFor();
});

test("llms.txt is the same at both addresses, and each of its links answers", async () => {
  const [ofApi, ofDashboard] = await Promise.all(
    [platform.api, platform.dashboard].map(async (origin) => (await fetch(`${origin}/llms.txt`)).text()),
  );
  expect(ofDashboard).toBe(ofApi);
  const links = [...(ofApi ?? "").matchAll(/\]\(([^)]+)\)/g)].map(([, url = ""]) => url);
  expect(links.some((link) => link.startsWith(platform.dashboard))).toBe(true);
  for (const link of links) expect((await fetch(link)).status, link).toBe(200);
});

test("the documentation reads well at every width", async () => {
  const page = await (await openContext()).newPage();
  for (const name of ["clients", "tools", "self-hosting"]) {
    await page.goto(`${platform.api}/docs/${name}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await look(page, `docs-${name}`);
  }
});
