import { mkdirSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { findFaintTexts, measureOverflow } from "./view-looks.ts";
import { type Options, openStage } from "./view-stage.ts";

const SCREENSHOTS = ".latchkey/screenshots";
const DAY_MS = 24 * 60 * 60 * 1_000;

const Properties = z.object({ properties: z.array(z.object({ id: z.number(), name: z.string() })) });
const Summary = z.object({
  earnings: z.array(z.object({ currency: z.string(), revenue: z.number() })),
  properties: z.array(z.object({ property_name: z.string(), nights: z.number() })),
});
const Stay = z.object({
  property_name: z.string(),
  nightly: z.array(z.object({ date: z.string(), available: z.boolean() })),
});

let stage: Awaited<ReturnType<typeof openStage>>;
let propertyId: number;

const toDate = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const period = { start_date: toDate(-60), end_date: toDate(30) };
const stay = { start_date: toDate(3), end_date: toDate(40) };

const showSummary = (options?: Options) => stage.show("get_financial_summary", period, options);
const showCalendar = (options?: Options) =>
  stage.show("check_availability", { property_id: propertyId, ...stay }, options);

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  stage = await openStage();
  const { structuredContent } = await stage.callTool("get_properties", {});
  propertyId = Properties.parse(structuredContent).properties[0]?.id ?? 0;
});

test.each(["legacy", "auto"] as const)("a client of the SDK finds and reads the views, %s", async (mode) => {
  const client = await stage.openClient(mode);
  const { tools } = await client.listTools();
  const addresses = tools.flatMap(
    ({ _meta }) =>
      z.object({ ui: z.object({ resourceUri: z.string() }) }).safeParse(_meta).data?.ui.resourceUri ?? [],
  );
  expect([...new Set(addresses)].sort()).toEqual([
    "ui://latchkey/availability-calendar",
    "ui://latchkey/financial-summary",
  ]);
  for (const uri of addresses) {
    const { contents } = await client.readResource({ uri });
    expect(contents).toMatchObject([{ uri, mimeType: "text/html;profile=mcp-app" }]);
  }
});

const looks = [360, 1000, 1200].flatMap((width) =>
  (["light", "dark"] as const).map((theme) => ({ width, theme })),
);

test.each(looks)("how the views look at $width pixels, $theme", async (look) => {
  for (const [name, show] of Object.entries({
    "financial-summary": showSummary,
    "availability-calendar": showCalendar,
  })) {
    const { page, view, complaints } = await show(look);
    expect(await measureOverflow(view), name).toBe(0);
    expect(await findFaintTexts(view), name).toEqual([]);
    await page.screenshot({ path: `${SCREENSHOTS}/${name}-${look.width}-${look.theme}.png`, fullPage: true });
    expect(complaints, name).toEqual([]);
    await page.close();
  }
});

test("the financial summary shows what the tool answered, and sorts it", async () => {
  const { view, result, calls } = await showSummary({ locale: "de-DE" });
  const { earnings, properties } = Summary.parse(result.structuredContent);
  for (const { currency, revenue } of earnings) {
    const money = new Intl.NumberFormat("de-DE", {
      style: "currency",
      currency,
      trailingZeroDisplay: "stripIfInteger",
      currencyDisplay: "narrowSymbol",
    });
    const card = view.locator(".totals > div", { hasText: `Revenue in ${currency}` });
    expect(await card.locator(".total").textContent()).toBe(money.format(revenue));
  }
  const names = view.locator("tbody th");
  const listed = await names.allTextContents();
  expect(listed.length).toBeGreaterThan(3);
  expect(properties.map(({ property_name }) => property_name)).toEqual(expect.arrayContaining(listed));
  await view.getByRole("button", { name: "Name" }).click();
  expect(await names.allTextContents()).toEqual(
    listed.toSorted(new Intl.Collator("de-DE", { numeric: true }).compare),
  );
  await view.getByRole("button", { name: "Name" }).press("Enter");
  expect(await view.locator("th[aria-sort=descending]").textContent()).toContain("Name");
  expect(calls).toEqual([]);
});

test("the financial summary asks for channels and for another period through the host", async () => {
  const { view, calls } = await showSummary();
  await view.getByRole("button", { name: "Channels" }).click();
  await view.getByRole("heading", { name: "Revenue by channel" }).waitFor();
  expect(await view.locator("tbody th").allTextContents()).toContain("airbnb");
  await view.getByLabel("From").fill(toDate(-30));
  await view.getByRole("button", { name: "Show" }).click();
  await view.getByRole("heading", { name: "Revenue by property" }).waitFor();
  expect(await view.getByLabel("From").inputValue()).toBe(toDate(-30));
  await view.getByLabel("From").fill(toDate(60));
  await view.getByRole("button", { name: "Show" }).click();
  await view.getByRole("alert").waitFor();
  expect(await view.getByRole("alert").textContent()).toContain("start_date");
  expect(await view.locator("tbody tr").count()).toBeGreaterThan(3);
  expect(calls).toEqual(["get_revenue_by_channel", "get_financial_summary", "get_financial_summary"]);
});

test("the calendar shows each night, and other months through the host", async () => {
  const { view, result, calls } = await showCalendar();
  const { property_name, nightly } = Stay.parse(result.structuredContent);
  await view.getByRole("heading", { name: property_name }).waitFor();
  const shown = async (state: string) => view.locator(`td .${state}`).count();
  const month = nightly.filter(({ date }) => date.startsWith(stay.start_date.slice(0, 7)));
  expect(await shown("free")).toBe(month.filter(({ available }) => available).length);
  expect((await shown("booked")) + (await shown("blocked"))).toBe(
    month.filter(({ available }) => !available).length,
  );
  expect(await view.getByRole("button", { name: "Month before" }).isDisabled()).toBe(
    stay.start_date.slice(0, 7) === toDate(0).slice(0, 7),
  );
  for (const turns of [1, 2, 3]) {
    await view.getByRole("button", { name: "Month after" }).click();
    await view.locator("main[aria-busy=false]").waitFor();
    if (turns === 3) await view.locator("td .free, td .booked, td .blocked").nth(27).waitFor();
  }
  expect(new Set(calls)).toEqual(new Set(["check_availability"]));
  expect(await view.getByRole("button", { name: "Show the whole month" }).isDisabled()).toBe(true);
});

test("the calendar shows what get_calendar tells, the past too", async () => {
  const [first, last] = [toDate(-2).slice(0, 7), toDate(50).slice(0, 7)];
  const args = { property_id: propertyId, start_date: `${first}-01`, end_date: `${last}-28` };
  const { page, view, calls } = await stage.show("get_calendar", args);
  expect(await view.locator("td .free, td .booked, td .blocked").count()).toBeGreaterThan(27);
  await view.getByRole("button", { name: "Month before" }).click();
  await view.locator("main[aria-busy=false] td .free, main[aria-busy=false] td .booked").first().waitFor();
  expect(calls).toEqual(["get_calendar"]);
  await page.screenshot({ path: `${SCREENSHOTS}/calendar-past.png`, fullPage: true });
});

test("the calendar can be walked with the keyboard", async () => {
  const { page, view, result } = await showCalendar({ canCallTools: false });
  const focused = () => view.evaluate("document.activeElement.dataset.key");
  await view.locator(`[data-key="${stay.start_date}"]`).focus();
  await page.keyboard.press("Home");
  expect(await focused()).toBe(`${stay.start_date.slice(0, 7)}-01`);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  expect(await focused()).toBe(`${stay.start_date.slice(0, 7)}-09`);
  expect(await view.locator(".night").textContent()).toMatch(/^\w+, 9 /);
  expect(await view.locator("td button[tabindex='0']").count()).toBe(1);
  await page.keyboard.press("PageDown");
  const { nightly } = Stay.parse(result.structuredContent);
  const later = nightly.find(({ date }) => date.slice(0, 7) > stay.start_date.slice(0, 7));
  expect(await focused()).toBe(later?.date);
});

test("without tool calls, the views show what they were given and offer no more", async () => {
  const summary = await showSummary({ canCallTools: false });
  expect(await summary.view.getByRole("button", { name: /Show|Channels/ }).count()).toBe(0);
  const calendar = await showCalendar({ canCallTools: false });
  expect(await calendar.view.getByRole("button", { name: "Show the whole month" }).count()).toBe(0);
});

test("a refusal and a cancelled call are told in words", async () => {
  const receipt = { error: { code: "not_connected", message: "Nothing is connected." } };
  const refused = { isError: true, content: [{ type: "text", text: JSON.stringify(receipt) }] };
  for (const show of [showSummary, showCalendar]) {
    const failed = await show({ result: refused });
    expect(await failed.view.getByRole("alert").textContent()).toBe("Nothing is connected.");
    const cancelled = await show({ result: null });
    expect(await cancelled.view.getByRole("alert").textContent()).toBe("The call was cancelled.");
    const odd = await show({ result: { content: [{ type: "text", text: "[]" }] } });
    expect(await odd.view.getByRole("alert").textContent()).toContain("cannot be shown here");
  }
});

test("nothing earned is an answer too", async () => {
  const { view } = await stage.show("get_financial_summary", {
    start_date: "2001-01-01",
    end_date: "2001-01-31",
  });
  expect(await view.locator(".totals").textContent()).toContain("Occupancy0%");
  expect(await view.locator("tbody tr").count()).toBeGreaterThan(3);
});

test("names are text, whatever is in them, and a theme may change on the way", async () => {
  const property_name = `</script><img src=x onerror="parent.postMessage(1,'*')"><b>Villa</b>`;
  const answer = await stage.callTool("check_availability", { property_id: propertyId, ...stay });
  const result = { ...answer, structuredContent: { ...answer.structuredContent, property_name } };
  const { page, view, complaints } = await showCalendar({ result });
  expect(await view.locator("h1").textContent()).toBe(property_name);
  expect(await view.locator("img, b").count()).toBe(0);
  const ground = () => view.evaluate("getComputedStyle(document.documentElement).backgroundColor");
  const before = await ground();
  await page.evaluate(`changeContext({ theme: "dark" })`);
  await expect.poll(ground).not.toBe(before);
  expect(complaints).toEqual([]);
});
