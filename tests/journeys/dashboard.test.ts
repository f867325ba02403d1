import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { startBrokenDashboard } from "./broken-dashboard.ts";
import { openBrowser } from "./browser.ts";
import { startDemoPlatform } from "./demo-platform.ts";
import { getPort } from "./ports.ts";

const SCREENSHOTS = ".latchkey/screenshots";

let platform: Awaited<ReturnType<typeof startDemoPlatform>>;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  [platform, browser] = await Promise.all([
    startDemoPlatform("dashboard", { dashboard: true }),
    openBrowser(),
  ]);
});

const looks = [360, 768, 1600].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
);

test.each(looks)("how the page looks at $width pixels, $colorScheme", async ({ width, colorScheme }) => {
  const { page, complaints } = await browser.open(platform.dashboard, {
    viewport: { width, height: 900 },
    colorScheme,
  });
  await expectOperational(page);
  expect(await measureOverflow(page)).toBe(0);
  await page.screenshot({ path: `${SCREENSHOTS}/${width}-${colorScheme}.png`, fullPage: true });
  expect(complaints).toEqual([]);
});

test("what the copy buttons put into the clipboard", async () => {
  const { page } = await browser.open(platform.dashboard, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const copy = async (what: string) => {
    await page.getByRole("button", { name: `Copy: ${what}` }).click();
    await page.getByRole("button", { name: `Copied: ${what}` }).waitFor();
    return z.string().parse(await page.evaluate("navigator.clipboard.readText()"));
  };
  expect(await copy("MCP address")).toBe(platform.mcp);
  expect(await copy("Claude Code setup")).toBe(
    `claude mcp add --transport http --header "X-API-Key: $LATCHKEY_KEY" latchkey ${platform.mcp}`,
  );
});

test("what works without JavaScript", async () => {
  const { page, complaints } = await browser.open(platform.dashboard, { javaScriptEnabled: false });
  await expectOperational(page);
  await page.screenshot({ path: `${SCREENSHOTS}/no-script.png`, fullPage: true });
  await page.getByText("Cursor", { exact: true }).click();
  await page.getByText("~/.cursor/mcp.json").waitFor();
  await page.screenshot({ path: `${SCREENSHOTS}/no-script-cursor.png`, fullPage: true });
  await page.getByRole("link", { name: "Check again" }).click();
  await expectOperational(page);
  expect(complaints).toEqual([]);
});

test("what the keyboard reaches, and how it shows", async () => {
  const { page } = await browser.open(platform.dashboard);
  const stops: z.infer<typeof Stop>[] = [];
  while (stops.length < 20) {
    await page.keyboard.press("Tab");
    const stop = Stop.nullable().parse(await page.evaluate(FOCUSED));
    if (stop === null) break;
    stops.push(stop);
    await page.screenshot({ path: `${SCREENSHOTS}/focus-${stops.length}.png` });
  }
  expect(stops.map(({ name }) => name)).toEqual([
    "Skip to content",
    "Latchkey",
    "Check again",
    "Copy: MCP address",
    "Claude Code",
    "Copy: Claude Code setup",
  ]);
  expect(stops.filter(({ isOutlined }) => !isOutlined)).toEqual([]);
});

test("how the keyboard chooses an assistant", async () => {
  const { page } = await browser.open(platform.dashboard);
  await page.getByRole("radio", { name: "Claude Code" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByText("claude_desktop_config.json").waitFor();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(FOCUSED)).toMatchObject({ name: "Copy: Claude Desktop setup" });
});

test("what the page says when the API answers errors", async () => {
  const url = await startBrokenDashboard(getPort("dashboard") + 4);
  const { page, complaints } = await browser.open(url);
  await page.getByRole("heading", { name: "API: unreachable" }).waitFor();
  await page.screenshot({ path: `${SCREENSHOTS}/unreachable.png`, fullPage: true });
  expect(complaints).toEqual([]);
});

async function expectOperational(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "API: operational" }).waitFor();
  expect(await page.locator("#mcp-address").textContent()).toBe(platform.mcp);
}

const measureOverflow = (page: Page) =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

const Stop = z.object({ name: z.string(), isOutlined: z.boolean() });

/** Runs in the page: the focused control, or null. A hidden radio button shows its focus on its label. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const shown = element.matches("input") ? element.nextElementSibling : element;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const { width, height } = shown.getBoundingClientRect();
  return {
    name: element.ariaLabel ?? shown.textContent.trim(),
    isOutlined: outlineStyle !== "none" && parseFloat(outlineWidth) > 0 && Math.min(width, height) > 1,
  };
})()`;
