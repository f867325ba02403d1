import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { z } from "zod";
import { createKey } from "./create-key.ts";
import { look } from "./look.ts";
import { callTool } from "./make-calls.ts";
import { createMember } from "./member.ts";
import { createOwner, expectOk, openContext, openPage, platform } from "./stage.ts";

const Report = z.object({
  overview: z.object({ used: z.number(), quota: z.number() }),
  totals: z.object({ calls: z.number(), errors: z.number() }),
  tools: z.array(z.object({ group: z.string(), calls: z.number() })),
  latency: z.object({ p95: z.number() }),
});

test("the page shows what the API counts, by day and by hour, and hands it out as files", async () => {
  const owner = await createOwner({ connected: true });
  const { page, complaints } = await openPage(owner.context, `${owner.home}/usage`);
  await page.getByRole("heading", { name: "No calls in this time" }).waitFor();
  await page.getByText("Nothing will be billed.").waitFor();
  await look(page, "usage-empty");

  const { secret: key } = await createKey(owner, { name: "<b>Claude</b> on Ann's laptop" });
  for (let count = 0; count < 4; count += 1) await callTool(key, "get_properties");
  await callTool(key, "get_bookings");
  await callTool(key, "<img src=x onerror=alert(1)>");
  await callTool(key, "get_booking_details", { booking_id: 1 });
  const { body } = await expectOk(owner.ask("GET", `${owner.base}/usage/report`));
  const { totals, overview, tools, latency } = Report.parse(body);
  expect(totals).toMatchObject({ calls: 7, errors: 2 });

  await page.reload({ waitUntil: "networkidle" });
  const quota = overview.quota.toLocaleString("en-US");
  // On a busy machine it takes seconds, and is written so.
  const p95 = latency.p95 < 1_000 ? `${latency.p95} ms` : `${Math.round(latency.p95 / 100) / 10} s`;
  await page.getByRole("img", { name: `Calls this month: ${overview.used} of ${quota}` }).waitFor();
  await page.getByText("The latest 30 days, in UTC: 7 calls, 2 failed.").waitFor();
  const definitions = page.getByRole("definition");
  await definitions.filter({ hasText: `${p95}95 of a hundred` }).waitFor();
  await definitions.filter({ hasText: "28.6%2 calls." }).waitFor();
  const byTool = page.getByRole("table", { name: "Calls by tool" }).locator("tbody tr");
  expect(await byTool.count()).toBe(tools.length);
  expect(await byTool.first().textContent()).toMatch(/get_properties.*57\.1%.*4.*0/);
  await page.getByText("<b>Claude</b> on Ann's laptop").waitFor();
  const code = page.getByRole("link", { name: "unknown_tool" });
  expect(await code.getAttribute("href")).toBe(`${platform.api}/docs/errors/unknown_tool`);
  await look(page, "usage");

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV of the calls by tool" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("usage.csv");
  expect(await text(await file.createReadStream())).toContain('"get_properties",4,4,0,');

  const day = page.getByRole("link", { name: /Calls: 7, Failed: 2/ });
  await day.focus();
  expect(await page.locator("li:focus-within p:visible").allTextContents()).toEqual([
    expect.any(String),
    "Calls: 7",
    "Failed: 2",
  ]);
  await page.getByText("Show as a table").first().click();
  expect(await page.getByRole("table", { name: "Calls by day" }).locator("tbody tr").count()).toBe(30);
  await day.click();
  await page.getByRole("heading", { name: "Calls by hour" }).waitFor();
  expect(await page.getByRole("table", { name: "Calls by hour" }).locator("tbody tr").count()).toBe(24);
  await page.getByText("in UTC: 7 calls, 2 failed.").waitFor();
  await look(page, "usage-hours");
  await page.getByRole("link", { name: "7 days" }).click();
  await page.getByText("The latest 7 days, in UTC: 7 calls, 2 failed.").waitFor();
  expect(complaints).toEqual([]);
});

test("usage for who may not read the billing, without script, and for nobody from elsewhere", async () => {
  const owner = await createOwner();
  await callTool((await createKey(owner)).secret, "get_connection_status");
  const member = await createMember(owner, "member");
  const scriptless = await openContext({ javaScriptEnabled: false });
  await scriptless.addCookies(await member.context.cookies());
  const { page } = await openPage(scriptless, `${owner.home}/usage?days=7`);
  await page.getByText("The latest 7 days, in UTC: 1 call, 0 failed.").waitFor();
  expect(await page.getByText("Projected bill").count()).toBe(0);
  await page.getByRole("link", { name: "Calls: 1, Failed: 0" }).click();
  await page.getByRole("heading", { name: "Calls by hour" }).waitFor();
  await page.getByLabel("One day").fill("2026-01-01");
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByRole("heading", { name: "No calls in this time" }).waitFor();
  await page.goto(`${owner.home}/usage?day=%3Cscript%3E`);
  await page.getByRole("alert").waitFor();
  await scriptless.close();

  const stranger = await createOwner({ organization: "Elsewhere" });
  const answer = await stranger.context.request.get(`${owner.home}/usage`);
  expect(answer.status()).toBe(404);
});

const tools = [
  "get_arrivals_departures",
  "get_booking_details",
  "get_bookings",
  "get_calendar",
  "get_conversation_context",
  "get_conversation_history",
  "get_conversations",
  "get_financial_report",
  "get_financial_summary",
];

test("a long table is cut short until all of it is asked for, and the figures stay", async () => {
  const owner = await createOwner();
  const { secret: key } = await createKey(owner);
  for (const tool of tools) await callTool(key, tool);
  const { page, complaints } = await openPage(owner.context, `${owner.home}/usage?days=90`);
  const rows = page.getByRole("table", { name: "Calls by tool" }).locator("tbody tr");
  expect(await rows.count()).toBe(8);
  await page.getByRole("link", { name: "Show all 9" }).click();
  await expect.poll(() => rows.count()).toBe(9);
  await page.getByText("The latest 90 days, in UTC: 9 calls, 9 failed.").waitFor();
  expect(complaints).toEqual([]);
});
