import { expect, test } from "vitest";
import { z } from "zod";
import { createKey } from "./create-key.ts";
import { look } from "./look.ts";
import { createMember } from "./member.ts";
import { createOwner, expectOk, openContext, openPage, platform } from "./stage.ts";

const Setups = z.object({
  mcp: z.string(),
  placeholder: z.string(),
  clients: z.array(
    z.object({
      client: z.string(),
      title: z.string(),
      recommended: z.enum(["sign_in", "key"]),
      ways: z.array(
        z.object({
          way: z.enum(["sign_in", "key"]),
          text: z.string(),
          steps: z.array(z.string()),
          link: z.object({ label: z.string(), url: z.string() }).nullable(),
          note: z.string().nullable(),
        }),
      ),
    }),
  ),
});

const readClipboard = "navigator.clipboard.readText()";
const titles = { sign_in: "Sign in", key: "API key" };

test("every client's text is shown and copied exactly as the API has it, with its steps, link and note", async () => {
  const owner = await createOwner();
  const { context, home, ask, base } = owner;
  const { secret } = await createKey(owner);
  const { mcp, placeholder, clients } = Setups.parse(
    (await expectOk(ask("GET", `${base}/client-setups`))).body,
  );
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page, complaints } = await openPage(context, `${home}/connect`);
  await page.getByRole("button", { name: "Copy: MCP address" }).click();
  expect(await page.evaluate(readClipboard)).toBe(mcp);

  const opened = new Set<string>();
  for (const { client, title, recommended, ways } of clients) {
    await page.getByLabel("Choose your assistant").getByRole("link", { name: title, exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get("client") === client);
    const card = page.getByRole("region", { name: title, exact: true });
    const choice = card.getByRole("navigation", { name: `Ways to connect ${title}` });
    if (ways.length > 1)
      await choice.getByRole("link", { name: `${titles[recommended]} Recommended` }).waitFor();
    for (const { way, text, steps, link, note } of ways) {
      if (ways.length > 1) await choice.getByRole("link", { name: titles[way] }).click();
      await card.getByText(way === "key" ? "You need an API key." : "No key is needed.").waitFor();
      expect(await page.locator("#setup").textContent()).toBe(text);
      await page.getByRole("button", { name: `Copy: text for ${title}` }).click();
      await page.getByRole("button", { name: `Copied: text for ${title}` }).waitFor();
      expect(await page.evaluate(readClipboard)).toBe(text);
      const content = (await card.textContent()) ?? "";
      for (const said of [...steps, note ?? ""]) expect(content).toContain(said);
      expect(content.includes("Put your key where it says")).toBe(text.includes(placeholder));
      expect(await page.content()).not.toContain(secret);
      const primary = card.locator("a[rel=noreferrer]");
      expect(await primary.evaluateAll((links) => links.map((one) => one.getAttribute("href")))).toEqual(
        link ? [link.url] : [],
      );
      if (link) opened.add(new URL(link.url).protocol);
    }
  }
  expect([...opened]).toEqual(["https:", "cursor:", "vscode:"]);
  expect(complaints).toEqual([]);
});

test("a key that was just made leads to the ways with a key, from one client to the next", async () => {
  const { context, home } = await createOwner();
  const { page, complaints } = await openPage(context, `${home}/connect?client=cursor`);
  await look(page, "connect");
  await page.getByRole("link", { name: "API key", exact: true }).last().click();
  await page.waitForURL("**/connect?client=cursor&way=key");
  await look(page, "connect-key");
  const choose = page.getByLabel("Choose your assistant");
  await choose.getByRole("link", { name: "Codex" }).click();
  await page.waitForURL("**/connect?client=codex&way=key");
  await page.getByText("[mcp_servers.latchkey]").waitFor();
  await choose.getByRole("link", { name: "ChatGPT" }).click();
  await page.getByText("ChatGPT takes no API key.").waitFor();
  await page.getByText("No key is needed.").waitFor();
  await look(page, "connect-sign-in");
  await choose.getByRole("link", { name: "JetBrains AI" }).click();
  await page.getByRole("link", { name: "Generate a new key" }).click();
  await page.getByRole("dialog", { name: "Generate new API key" }).waitFor();
  await page.getByLabel("Name", { exact: true }).fill("Office");
  await page.getByRole("button", { name: "Generate key" }).click();
  await page.getByLabel("I have stored this key").check();
  await page.getByRole("link", { name: "Connect an assistant" }).last().click();
  await page.waitForURL("**/connect?way=key");
  await page.getByText("You need an API key.").waitFor();
  expect(complaints).toEqual([]);
});

test("without script the way is chosen by address; an address of nothing shows the first client", async () => {
  const owner = await createOwner();
  const context = await openContext({ javaScriptEnabled: false });
  await context.addCookies(owner.listCookies().map((cookie) => ({ ...cookie, url: platform.dashboard })));
  const { page } = await openPage(context, `${owner.home}/connect?client=netscape&way=magic`);
  await page.getByRole("heading", { level: 2, name: "Claude", exact: true }).waitFor();
  await page.getByText("No key is needed.").waitFor();
  await page.getByLabel("Ways to connect Claude").getByRole("link", { name: "API key" }).click();
  await page.getByText("You need an API key.").waitFor();
  expect(await page.locator("#setup").textContent()).toContain("X-API-Key");
  const assistants = page.getByRole("link", { name: "Connected assistants" }).last();
  expect(await assistants.getAttribute("href")).toBe(`${owner.home}/assistants`);
});

test("a viewer sees how it is done and is sent to others for a key; an auditor and a stranger see nothing", async () => {
  const owner = await createOwner();
  const viewer = await createMember(owner, "viewer");
  const { page } = await openPage(viewer.context, `${owner.home}/connect?way=key`);
  await page.getByText("Ask an owner or admin for a new one.").waitFor();
  expect(await page.getByRole("link", { name: "Generate a new key" }).count()).toBe(0);
  const auditor = await createMember(owner, "auditor");
  const stranger = await createOwner();
  for (const part of ["connect", "connect/doctor"]) {
    const refused = await openPage(auditor.context, `${owner.home}/${part}`);
    await refused.page.getByRole("heading", { name: "This is not open to you" }).waitFor();
    await refused.page.close();
    const lost = await openPage(stranger.context, `${owner.home}/${part}`);
    await lost.page.getByRole("heading", { name: "There is no page here" }).waitFor();
    await lost.page.close();
  }
});
