import { expect, test } from "vitest";
import { openV2 } from "#tests/journeys/mcp-sessions.ts";
import { look } from "./look.ts";
import { createMember } from "./member.ts";
import { createHostawayAccount, createOwner, openContext, openPage, platform } from "./stage.ts";

test("from sign-up to the first tool call, with a wrong secret on the way", async () => {
  const { context, home } = await createOwner();
  const { accountId, clientSecret } = await createHostawayAccount();
  const { page, complaints } = await openPage(context, home);
  await page.getByRole("link", { name: "Continue" }).click();
  await page.getByRole("heading", { name: "Get started" }).waitFor();
  await look(page, "start-connect");
  await page.getByLabel("Account ID").fill(accountId);
  await page.getByLabel("API secret key").fill("wrong");
  await page.getByRole("button", { name: "Connect" }).click();
  await page.locator('input[type="password"][aria-invalid="true"]').waitFor();
  expect(await page.getByLabel("Account ID").inputValue()).toBe(accountId);
  await page.getByLabel("API secret key").fill(clientSecret);
  await page.getByRole("button", { name: "Connect" }).click();

  await page.getByText("3 active listings × $5 = $15 a month").waitFor();
  await page.getByText("Your free trial runs until").waitFor();
  await look(page, "start-plan");
  await page.getByRole("link", { name: "Go on with the trial" }).click();
  await page.getByRole("link", { name: "Continue without a key" }).waitFor();
  await look(page, "start-key");
  await page.getByLabel("Name").fill("Claude <b>für</b> Ann");
  await page.getByRole("button", { name: "Generate key" }).click();
  const secret = (await page.locator("#secret").textContent()) ?? "";
  await look(page, "start-revealed");
  const assistant = { url: `${platform.api}/mcp`, headers: { "X-API-Key": secret } };
  const session = await openV2(assistant, "auto");
  expect(await session.call("get_properties")).toMatchObject({ total: 3 });

  await page.getByLabel("I have stored this key").check();
  await page.getByRole("link", { name: "Connect your assistant" }).first().click();
  await page.getByText("The first call has arrived").waitFor();
  await look(page, "start-done");
  expect(await page.content()).not.toContain(secret);
  await page.getByRole("link", { name: "Go to the overview" }).click();
  await page.getByText("Tool calls this month").waitFor();
  expect(await page.getByText("Finish setting up").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("the way can be left and gone on with, in another tab too, and leads to the payment page", async () => {
  const owner = await createOwner({ connected: true });
  const { context, home } = owner;
  const { page, complaints } = await openPage(context, `${home}/start`);
  await page.getByRole("button", { name: "Generate key" }).waitFor();
  const { page: other } = await openPage(context, `${home}/start?step=key`);
  await other.getByLabel("Name").fill(" ");
  await other.getByRole("button", { name: "Generate key" }).click();
  await other.getByRole("alert").waitFor();
  await other.getByLabel("Name").fill("Mine");
  await other.getByRole("button", { name: "Generate key" }).click();
  await other.locator("#secret").waitFor();
  await page.reload();
  await page.getByText("claude mcp add --transport http").waitFor();
  expect(await page.locator("#mcp").textContent()).toBe(`${platform.api}/mcp`);
  await look(page, "start-assistant");
  await page.getByRole("link", { name: "Choose how to go on" }).click();
  await page.getByRole("button", { name: "Subscribe now" }).click();
  await page.waitForURL(`${platform.sandbox}/**`);
  expect(complaints).toEqual([]);

  const viewer = await createMember(owner, "viewer");
  const { page: theirs } = await openPage(viewer.context, `${home}/start?step=key`);
  await theirs.getByText("Your role here makes no keys.").waitFor();
  expect(await theirs.getByRole("button", { name: "Generate key" }).count()).toBe(0);
  const stranger = await createOwner({ organization: "Elsewhere" });
  const { page: nowhere } = await openPage(stranger.context, `${home}/start`);
  await nowhere.getByText("There is no page here").waitFor();
});

test("without script the way is the same", async () => {
  const { context, home } = await createOwner();
  const { accountId, clientSecret } = await createHostawayAccount();
  const plain = await openContext({ javaScriptEnabled: false, storageState: await context.storageState() });
  const { page } = await openPage(plain, `${home}/start`);
  await page.getByLabel("Account ID").fill(accountId);
  await page.getByLabel("API secret key").fill("wrong");
  await page.getByRole("button", { name: "Connect" }).click();
  expect(await page.getByLabel("Account ID").inputValue()).toBe(accountId);
  expect(await page.content()).not.toContain('value="wrong"');
  await page.getByLabel("API secret key").fill(clientSecret);
  await page.getByRole("button", { name: "Connect" }).click();
  await page.getByRole("link", { name: "Go on with the trial" }).click();
  await page.getByRole("button", { name: "Generate key" }).click();
  expect(await page.locator("#secret").textContent()).toMatch(/^api_[0-9a-f]{64}$/);
  await page.goto(`${home}/start?step=plan`);
  await page.getByRole("button", { name: "Subscribe now" }).click();
  await page.waitForURL(`${platform.sandbox}/**`);
});
