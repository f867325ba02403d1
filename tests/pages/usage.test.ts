import { expect, test } from "vitest";
import { z } from "zod";
import { look } from "./look.ts";
import { callTool, createKey } from "./make-calls.ts";
import { createOwner, expectOk, openContext, openPage, platform } from "./stage.ts";

const Report = z.object({
  overview: z.object({ used: z.number(), quota: z.number() }),
  totals: z.object({ calls: z.number(), errors: z.number() }),
  tools: z.array(z.object({ group: z.string(), calls: z.number() })),
  latency: z.object({ p95: z.number() }),
});

test("the page shows what the API counts, by day and by hour, and hands it out as files", async () => {
  const owner = await createOwner({ connected: true });
  const { context, base, home } = owner;
  const { page, complaints } = await openPage(context, `${home}/usage`);
  await page.getByRole("heading", { name: "No calls in this time" }).waitFor();
  await page.getByText("Nothing will be billed.").waitFor();
  await look(page, "usage-empty");

  const key = await createKey(owner, "<b>Claude</b> on Ann's laptop");
  for (let count = 0; count < 4; count += 1) await callTool(key, "get_properties");
  await callTool(key, "get_bookings");
  await callTool(key, "<img src=x onerror=alert(1)>");
  await callTool(key, "get_booking_details", { booking_id: 1 });
  const { totals, overview, tools, latency } = Report.parse(
    (await expectOk(owner.ask("GET", `${base}/usage/report`))).body,
  );
  expect(totals).toMatchObject({ calls: 7, errors: 2 });

  await page.reload({ waitUntil: "networkidle" });
  await page
    .getByText(`Calls this month: ${overview.used} of`)
    .waitFor({ state: "attached" })
    .catch(() => {});
  const stat = page.getByRole("img", { name: /^Calls this month/ });
  expect(await stat.getAttribute("aria-label")).toBe(
    `Calls this month: ${overview.used} of ${overview.quota.toLocaleString("en-US")}`,
  );
  await page.getByText("The latest 30 days, in UTC: 7 calls, 2 failed.").waitFor();
  const shown = await page.getByRole("table", { name: "Calls by tool" }).locator("tbody tr").all();
  expect(shown).toHaveLength(tools.length);
  expect(await shown[0]?.textContent()).toContain("get_properties");
  expect(await shown[0]?.textContent()).toMatch(/57\.1%.*4.*0/);
  await page.getByText("<b>Claude</b> on Ann's laptop").waitFor();
  await page.getByText(`p95${latency.p95} ms`.replace("p95", "")).first().waitFor();
  const code = page.getByRole("link", { name: "unknown_tool" });
  expect(await code.getAttribute("href")).toBe(`${platform.api}/docs/errors/unknown_tool`);
  await look(page, "usage");

  const day = page.getByRole("link", { name: /Calls: 7, Failed: 2/ });
  await day.focus();
  expect(await page.locator("li:focus-within p").allTextContents()).toEqual([
    expect.any(String),
    "Calls: 7",
    "Failed: 2",
  ]);
  await page.getByText("Show as a table").first().click();
  expect(await page.getByRole("table", { name: "Calls by day" }).locator("tbody tr").count()).toBe(30);

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV of the calls by tool" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("usage.csv");
  const text = await new Response((await file.createReadStream()) as never).text();
  expect(text).toContain('"get_properties",4,4,0,');

  await day.click();
  await page.getByRole("heading", { name: "Calls by hour" }).waitFor();
  await page.getByText("in UTC: 7 calls, 2 failed.").waitFor();
  await look(page, "usage-hours");
  await page.getByText("Show as a table").first().click();
  expect(await page.getByRole("table", { name: "Calls by hour" }).locator("tbody tr").count()).toBe(24);
  await page.getByRole("link", { name: "7 days" }).click();
  await page.getByText("The latest 7 days, in UTC: 7 calls, 2 failed.").waitFor();
  expect(complaints).toEqual([]);
});
