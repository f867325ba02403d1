import { expect, test } from "vitest";
import { callWithToken } from "./assistant.ts";
import { readAddress, startMcpRemote } from "./mcp-remote.ts";
import { createOwner, openContext, openPage, platform } from "./stage.ts";

test("mcp-remote sends somebody to the browser, is let in there, calls a tool, and is shut out by its next call", async () => {
  const owner = await createOwner({ connected: true });
  const { client, readToken, transport } = startMcpRemote(`${platform.api}/mcp`);
  const connecting = client.connect(transport);

  // As somebody whose browser knows nothing of Latchkey yet.
  const context = await openContext();
  const { page } = await openPage(context, await readAddress(transport));
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  await page.waitForURL(/^http:\/\/localhost:\d+\/oauth\/callback\?/);
  await connecting;

  const question = { name: "get_properties", arguments: {} };
  expect(await client.callTool(question)).toMatchObject({ structuredContent: { total: 3 } });

  const token = readToken();
  expect(await callWithToken(token)).toBe(200);
  await page.goto(`${platform.dashboard}${owner.home}/assistants`);
  await page.getByRole("link", { name: /Revoke/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Revoke/ })
    .click();
  await page.getByRole("heading", { name: "No assistants connected" }).waitFor();
  expect(await callWithToken(token)).toBe(401);
});
