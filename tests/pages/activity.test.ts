import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createKey } from "./create-key.ts";
import { look } from "./look.ts";
import { callTool } from "./make-calls.ts";
import { createMember } from "./member.ts";
import { createOwner, openContext, openPage } from "./stage.ts";

test("the log is read, filtered, folded out, downloaded and verified", async () => {
  const owner = await createOwner({ connected: true });
  const { context, home } = owner;
  const { secret: key } = await createKey(owner, { name: "Claude" });
  await callTool(key, "get_properties", { city: "Ærøskøbing" });
  await callTool(key, "<script>alert(1)</script>");
  await callTool(key, "get_booking_details", { booking_id: 1 });

  const { page, complaints } = await openPage(context, `${home}/activity`);
  const rows = page.locator("main ol > li");
  expect((await rows.allTextContents()).slice(0, 4)).toEqual([
    expect.stringMatching(/Claude \(api_.*Called get_booking_details.*not_found/),
    expect.stringMatching(/Claude \(api_.*Called <script>alert\(1\)<\/script>.*unknown_tool/),
    expect.stringMatching(/Claude \(api_.*Called get_properties.*Done/),
    expect.stringMatching(/Ann Miller.*Made the API key Claude \(api_.*Done/),
  ]);
  await page.getByText("Called get_properties").click();
  await page.getByText('"city": "Ærøskøbing"').waitFor();
  await look(page, "activity");

  await page.getByLabel("What").selectOption("Tool calls");
  await page.getByLabel("Result").selectOption("Refused or failed");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.waitForURL(/result=refused/);
  await expect.poll(() => rows.count()).toBe(2);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "JSONL" }).click(),
  ]);
  const lines = (await text(await file.createReadStream())).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line).target)).toEqual([
    "<script>alert(1)</script>",
    "get_booking_details",
  ]);
  await page.getByLabel("Tool").fill("no such tool 🙂");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByText("Nothing like that was done").waitFor();
  await look(page, "activity-nothing");
  await page.getByRole("link", { name: "Clear" }).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(3);

  await page.getByRole("button", { name: "Verify the log" }).click();
  await page.getByText("The log is whole").waitFor();
  await look(page, "activity-verified");
  expect(complaints).toEqual([]);
});

test("more than a page of rows is read on and back without script, and the days are UTC days", async () => {
  const owner = await createOwner();
  const { secret: key } = await createKey(owner);
  for (let count = 0; count < 60; count += 1) await callTool(key, "get_connection_status");
  const scriptless = await openContext({ javaScriptEnabled: false });
  await scriptless.addCookies(await owner.context.cookies());
  const { page } = await openPage(scriptless, `${owner.home}/activity?action=tools/`);
  const rows = page.locator("main ol > li");
  expect(await rows.count()).toBe(50);
  await page.getByRole("link", { name: "Older" }).click();
  expect(await rows.count()).toBe(10);
  expect(await page.getByRole("link", { name: "Older" }).count()).toBe(0);
  await page.getByRole("link", { name: "Newest" }).click();
  expect(await rows.count()).toBe(50);
  await page.getByLabel("Up to and with").fill("2020-01-01");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByText("Nothing like that was done").waitFor();
  await page.getByRole("button", { name: "Verify the log" }).click();
  await page.getByText("The log is whole").waitFor();
  await page.goto(`${owner.home}/activity?result=fine`);
  await page.getByRole("alert").waitFor();
  await scriptless.close();
});

test("an auditor sees no payload, a member no log, and somebody from elsewhere nothing", async () => {
  const owner = await createOwner();
  await callTool((await createKey(owner)).secret, "get_connection_status", { note: "unmistakable" });
  const auditor = await createMember(owner, "auditor");
  const { page, complaints } = await openPage(auditor.context, `${owner.home}/activity`);
  const call = page.locator("main ol > li").filter({ hasText: "Called get_connection_status" });
  await call.locator("summary").click();
  await call.getByText("Your role sees what was done, and not what was said.").waitFor();
  expect(await page.content()).not.toContain("unmistakable");
  expect(await page.getByText("role_not_sufficient").count()).toBe(0);
  await call.getByRole("link", { name: "Only this one" }).click();
  await page.waitForURL(/actor=/);
  expect(complaints).toEqual([]);

  const member = await createMember(owner, "member");
  const { page: refused } = await openPage(member.context, `${owner.home}/activity`);
  await refused.getByRole("alert").waitFor();
  expect(await refused.getByRole("link", { name: "Activity" }).count()).toBe(0);
  const stranger = await createOwner({ organization: "Elsewhere" });
  expect((await member.context.request.get(`${owner.home}/activity`)).status()).toBe(403);
  expect((await stranger.context.request.get(`${owner.home}/activity`)).status()).toBe(404);
});
