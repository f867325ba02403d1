import { expect, test } from "vitest";
import { z } from "zod";
import { callWithToken, createAssistant, startLoopback } from "./assistant.ts";
import { look } from "./look.ts";
import { createMember } from "./member.ts";
import { createOwner, expectOk, openContext, openPage } from "./stage.ts";

const Grants = z.object({ grants: z.array(z.object({ id: z.string() })) });

/** Lets an assistant in on the consent page, as somebody would. */
async function connect(context: Awaited<ReturnType<typeof openContext>>, name: string, only?: string) {
  const { arrival, redirectUri } = await startLoopback();
  const assistant = await createAssistant({ name, redirectUri, more: { scope: "read write" } });
  const { page } = await openPage(context, assistant.address);
  if (only !== undefined) {
    await page.getByLabel("Read only").check();
    await page.getByText("Choose what it reaches").click();
    for (const box of await page.locator("input[name=toolsets]").all()) await box.uncheck();
    await page.getByLabel(only).check();
  }
  await page.getByRole("button", { name: "Allow" }).click();
  const { token } = await assistant.exchange(await arrival);
  await page.close();
  return token;
}

test("an assistant is connected, seen at work everywhere, and revoked: its very next call is refused", async () => {
  const owner = await createOwner({ connected: true });
  const { context, home } = owner;
  const { page, complaints } = await openPage(context, "/assistants");
  await page.getByRole("heading", { name: "No assistants connected" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`${home}/assistants`);
  await look(page, "assistants-empty");
  expect(await page.getByRole("link", { name: "Connect an assistant" }).last().getAttribute("href")).toBe(
    `${home}/connect`,
  );

  const token = await connect(context, "Claude");
  await connect(context, "<b>Cursor</b> 東京", "Core");
  expect(await callWithToken(token)).toBe(200);
  await page.reload();
  const rows = page.getByRole("table", { name: "Connected assistants" }).locator("tbody tr");
  expect(await rows.first().innerText()).toMatch(
    /Claude\s+Not verified · 127\.0\.0\.1\s+Ann Miller\s+Read and change\s+just now\s+just now\s+1\s+Revoke/,
  );
  expect(await rows.nth(1).innerText()).toMatch(/<b>Cursor<\/b> 東京.*Read only\s+Only core.*Never\s+0/s);
  await look(page, "assistants");

  await page.goto(`${home}/activity`);
  await page.getByText("Let in the assistant").first().waitFor();
  const call = page.locator("main ol > li").filter({ hasText: "Called get_connection_status" });
  expect(await call.innerText()).toContain("Claude (Ann Miller)");
  await page.getByLabel("Who").selectOption({ label: "Claude (Ann Miller)" });
  await page.getByRole("button", { name: "Filter" }).click();
  await expect.poll(() => page.locator("main ol > li").count()).toBe(1);
  await page.goto(`${home}/usage`);
  const byKey = page.getByRole("table", { name: "Calls by key or assistant" }).locator("tbody tr");
  expect(await byKey.innerText()).toMatch(/^Claude\s+100%/);
  await page.goto(`${home}/connections`);
  await page.getByRole("link", { name: "Disconnect: Hostaway" }).click();
  await page.getByText("Assistants that lose it").waitFor();
  await page
    .getByRole("listitem")
    .filter({ hasText: /^Claude$/ })
    .waitFor();

  await page.goto(`${home}/assistants`);
  await page.getByRole("link", { name: "Revoke Claude" }).click();
  await page.getByRole("dialog", { name: "Revoke Claude?" }).waitFor();
  await look(page, "assistants-revoke");
  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByText("The assistant is shut out, from its next request on.").waitFor();
  expect(await callWithToken(token)).toBe(401);
  await expect.poll(() => rows.count()).toBe(1);
  expect(complaints).toEqual([]);
});

test("members see and revoke their own assistants, owners all, without script too, and nobody else any", async () => {
  const owner = await createOwner();
  const { home, ask, base } = owner;
  await connect(owner.context, "Claude");
  const [grant] = Grants.parse((await expectOk(ask("GET", `${base}/grants`))).body).grants;
  const viewer = await createMember(owner, "viewer");
  const token = await connect(viewer.context, "ChatGPT", "Core");
  const { page: hers } = await openPage(
    viewer.context,
    `${home}/assistants?dialog=revoke&grant=${grant?.id}`,
  );
  await hers.getByRole("table", { name: "Connected assistants" }).getByText("ChatGPT").waitFor();
  expect(await hers.getByText("Claude").count()).toBe(0);
  expect(await hers.getByRole("dialog").count()).toBe(0);
  await hers.goto(`${home}/assistants`);
  await hers.getByRole("link", { name: "Revoke ChatGPT" }).click();
  await hers
    .locator("input[name=id]")
    .evaluate((input, id) => input.setAttribute("value", id ?? ""), grant?.id);
  await hers.getByRole("button", { name: "Revoke" }).click();
  await hers.getByText("It may be gone since you opened this.").waitFor();

  const plain = await openContext({ javaScriptEnabled: false });
  await plain.addCookies(await owner.context.cookies());
  const { page } = await openPage(plain, `${home}/assistants`);
  await page.getByText("Ben Carter").waitFor();
  await page.getByRole("link", { name: "Revoke ChatGPT" }).click();
  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByText("The assistant is shut out, from its next request on.").waitFor();
  expect(await page.getByText("ChatGPT").count()).toBe(0);
  expect(await callWithToken(token)).toBe(401);

  const auditor = await createMember(owner, "auditor");
  expect((await auditor.context.request.get(`${home}/assistants`)).status()).toBe(403);
  const { page: theirs } = await openPage(auditor.context, home);
  expect(await theirs.getByRole("link", { name: "Connected assistants" }).count()).toBe(0);
  const stranger = await createOwner({ organization: "Elsewhere" });
  expect((await stranger.context.request.get(`${home}/assistants`)).status()).toBe(404);
});
