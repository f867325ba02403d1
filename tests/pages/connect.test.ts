import { expect, test } from "vitest";
import { z } from "zod";
import { createKey } from "./create-key.ts";
import { look } from "./look.ts";
import { createMember } from "./member.ts";
import { createOwner, expectOk, openPage } from "./stage.ts";

const Setups = z.object({
  mcp: z.string(),
  clients: z.array(
    z.object({
      client: z.string(),
      title: z.string(),
      text: z.string(),
      steps: z.array(z.string()),
      available: z.boolean(),
      link: z.object({ label: z.string(), url: z.string() }).nullable(),
      note: z.string().nullable(),
    }),
  ),
});

const readClipboard = "navigator.clipboard.readText()";

test("every client's text is shown and copied exactly as the API has it, with its steps, link and note", async () => {
  const owner = await createOwner();
  const { context, home, ask, base } = owner;
  const { secret } = await createKey(owner);
  const { mcp, clients } = Setups.parse((await expectOk(ask("GET", `${base}/client-setups`))).body);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page, complaints } = await openPage(context, `${home}/connect`);
  await page.getByRole("button", { name: "Copy: MCP address" }).click();
  expect(await page.evaluate(readClipboard)).toBe(mcp);

  const opened: string[] = [];
  for (const { client, title, text, steps, available, link, note } of clients) {
    await page.getByLabel("Choose your assistant").locator(`a[href$="client=${client}"]`).click();
    await page.getByRole("heading", { level: 2, name: title, exact: true }).waitFor();
    await page.waitForURL(`**/connect?client=${client}`);
    expect(await page.locator("#setup").textContent()).toBe(text);
    await page.getByRole("button", { name: `Copy: text for ${title}` }).click();
    await page.getByRole("button", { name: `Copied: text for ${title}` }).waitFor();
    expect(await page.evaluate(readClipboard)).toBe(text);
    const content = (await page.locator("main").textContent()) ?? "";
    for (const said of [...steps, note ?? ""]) expect(content).toContain(said);
    expect(content.includes("cannot be connected yet")).toBe(!available);
    expect(await page.content()).not.toContain(secret);
    if (link === null) continue;
    const href = (await page.getByRole("link", { name: link.label }).getAttribute("href")) ?? "";
    expect(href).toBe(link.url);
    opened.push(new URL(href).protocol);
  }
  expect(opened).toEqual(["https:", "cursor:", "vscode:"]);
  expect(complaints).toEqual([]);
});

test("a client that only signs in says that it cannot be connected yet; the others say where keys come from", async () => {
  const { context, home } = await createOwner();
  const { page } = await openPage(context, `${home}/connect?client=chatgpt`);
  await page.getByText("ChatGPT cannot be connected yet").waitFor();
  await look(page, "connect-oauth");
  await page.goto(`${home}/connect?client=cursor`, { waitUntil: "networkidle" });
  await look(page, "connect");
  await page.getByRole("link", { name: "Generate a new key" }).click();
  await page.getByRole("dialog", { name: "Generate new API key" }).waitFor();
  await page.goto(`${home}/connect?client=netscape`);
  await page.getByRole("heading", { level: 2, name: "Claude Desktop" }).waitFor();
});

test("a viewer sees how it is done and is sent to others for a key; an auditor and a stranger see nothing", async () => {
  const owner = await createOwner();
  const viewer = await createMember(owner, "viewer");
  const { page } = await openPage(viewer.context, `${owner.home}/connect`);
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
