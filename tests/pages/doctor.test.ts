import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { createKey } from "./create-key.ts";
import { look } from "./look.ts";
import {
  control,
  createHostawayAccount,
  createOwner,
  expectOk,
  openContext,
  openPage,
  platform,
} from "./stage.ts";

/** Tries a key on the open page, and expects it to be nowhere afterwards. */
async function examine(page: Page, key: string, title: string): Promise<string> {
  await page.getByLabel("API key", { exact: true }).fill(key);
  await page.getByRole("button", { name: "Try the key" }).click();
  const verdict = page.getByRole("region", { name: title, exact: true });
  await verdict.waitFor();
  expect(await page.getByLabel("API key", { exact: true }).inputValue()).toBe("");
  expect(await page.content()).not.toContain(key);
  expect(page.url()).not.toContain(key);
  return (await verdict.textContent()) ?? "";
}

test("what the doctor says of a key before and after there is a connection, and once that is rejected", async () => {
  const owner = await createOwner();
  const { ask, base, context, home } = owner;
  const { secret, masked } = await createKey(owner);
  const { page, complaints } = await openPage(context, `${home}/connect`);
  await page.getByRole("link", { name: "Open the connection doctor" }).click();
  await page.getByRole("heading", { name: "Does my key work?" }).waitFor();
  await look(page, "doctor");

  expect(await examine(page, secret, "No account connected")).toMatch(
    /reaches no connected account\.An owner or admin of the organization can change that\.Open connections/,
  );

  const { accountId, clientSecret } = await createHostawayAccount();
  const credential = { accountId, secretKey: clientSecret };
  await expectOk(ask("POST", `${base}/connections`, { connector: "hostaway", credential }));
  expect(await examine(page, secret, "It works")).toContain("The key is accepted");
  const steps = page.locator("details[class*=group] > summary").filter({ hasText: "HTTP" });
  expect(await steps.allTextContents()).toEqual(
    ["server/discover", "initialize", "tools/list", "tools/call"].map((name) =>
      expect.stringMatching(new RegExp(`^${name}WorkedHTTP 200 · [\\d,]+ ms$`)),
    ),
  );
  await steps.first().click();
  await page.getByText("MCP-Protocol-Version: 2026-07-28").waitFor();
  await page.getByText(`X-API-Key: ${masked}`).first().waitFor();
  await look(page, "doctor-works");

  await control(`/hostaway/accounts/${accountId}/secret`, {});
  expect(await examine(page, secret, "Connection rejected upstream")).toContain("Open connections");
  await page.getByText("Failed", { exact: true }).waitFor();
  await look(page, "doctor-rejected");
  expect(complaints).toEqual([]);
});

test("a key that is revoked, cut off, of another organization, pasted with more, or no key at all", async () => {
  const owner = await createOwner({ connected: true });
  const { ask, base, context, home } = owner;
  const { id, secret } = await createKey(owner);
  const foreign = await createKey(await createOwner());
  const { page, complaints } = await openPage(context, `${home}/connect/doctor`);

  await page.route("**/connect/doctor.data*", async (route) => {
    await page.getByRole("status").filter({ hasText: "Trying the key" }).waitFor();
    await route.continue();
  });
  expect(await examine(page, secret.slice(0, -3), "The key is cut off")).toContain("Copy it again, whole");
  await page.unrouteAll();
  expect(await examine(page, ` ${secret}`, "More than the key")).toContain("Enter the key alone");
  expect(await examine(page, foreign.secret, "A key of another organization")).toMatch(
    /nothing was tried with it\.You can change that yourself\.Open API keys/,
  );
  expect(await page.getByText("What was asked and answered").count()).toBe(0);
  await examine(page, "<script>alert(1)</script> 東京", "Not a key");
  await expectOk(ask("DELETE", `${base}/keys/${id}`));
  expect(await examine(page, secret, "API key revoked")).toContain("An owner or admin");
  await page.getByText("HTTP 401").waitFor();

  const long = "x".repeat(501);
  await page.getByLabel("API key", { exact: true }).fill(long);
  await page.getByRole("button", { name: "Try the key" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.content()).not.toContain(long);
  expect(complaints).toEqual([]);
});

test("without script the doctor works too, and so does choosing a client", async () => {
  const owner = await createOwner({ connected: true });
  const { secret } = await createKey(owner);
  const context = await openContext({ javaScriptEnabled: false });
  await context.addCookies(owner.listCookies().map((cookie) => ({ ...cookie, url: platform.dashboard })));
  const { page } = await openPage(context, `${owner.home}/connect`);
  await page.getByLabel("Choose your assistant").getByRole("link", { name: "Codex" }).click();
  expect(await page.locator("#setup").textContent()).toContain("codex mcp add latchkey --url ");
  await page.getByRole("link", { name: "Connection doctor", exact: true }).click();
  expect(await examine(page, secret, "It works")).toContain("The key is accepted");
  await page.getByText("server/discover", { exact: true }).click();
  await page.getByText("MCP-Protocol-Version: 2026-07-28").waitFor();
});
