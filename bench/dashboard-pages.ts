import { rmSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import { buildDashboard } from "#scripts/dashboard.ts";
import { listPages } from "./pages/list-pages.ts";
import { measureBrowser } from "./pages/measure-browser.ts";
import { type Cookie, measureServer } from "./pages/measure-server.ts";
import { startHouse } from "./pages/start-house.ts";

const OUT = ".latchkey/bench-pages";
/** Kilobytes of script, milliseconds on the server. */
const BUDGET = { js: 120, ssr95: 300 };

/** What every page of the built dashboard weighs, and how fast it is made and seen. */
buildDashboard();
const house = await startHouse(OUT);
const executablePath = await chromium.executablePath();
const browser = await playwright.launch({ executablePath, args: ["--no-sandbox"] });
const toKilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;

try {
  const rows: Record<string, object> = {};
  for (const path of listPages(house.slug)) {
    process.stderr.write(`${path}\n`);
    const row = (await measurePage(path, house.cookies)) ?? (await measurePage(path, []));
    if (row !== null) rows[path.replace(house.slug, "…")] = row;
  }
  console.table(rows);
  console.log(
    `Weights are gzipped, times in ms. Budget: ${BUDGET.js} KB of scripts, ${BUDGET.ssr95} ms for the slowest twentieth.`,
  );
} finally {
  await browser.close();
  await house.stop();
  rmSync(OUT, { recursive: true, force: true, maxRetries: 5 });
}

/** Null where such a person is sent on to another page. */
async function measurePage(path: string, cookies: Cookie[]): Promise<object | null> {
  const url = house.dashboard + path;
  const server = await measureServer(url, cookies, house.passMinute);
  if (server === null) return null;
  await house.passMinute();
  const { js, css, lcp, shift } = await measureBrowser(browser, url, cookies);
  const isOver = toKilobytes(js) > BUDGET.js || server.ssr95 > BUDGET.ssr95;
  return {
    "JS KB": toKilobytes(js),
    "CSS KB": toKilobytes(css),
    "HTML KB": toKilobytes(server.html),
    "TTFB p50": server.ttfb,
    "SSR p50": server.ssr50,
    "SSR p95": server.ssr95,
    LCP: lcp,
    "layout shift": Math.round(shift * 1_000) / 1_000,
    budget: isOver ? "OVER" : "",
  };
}
