import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { z } from "zod";
import type { Cookie } from "./measure-server.ts";

const LOADS = 5;

/** Runs in the page before any script of its own does. */
const WATCH = `
  window.measured = { lcp: 0, shift: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) window.measured.lcp = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) window.measured.shift += value;
  }).observe({ type: "layout-shift", buffered: true });`;

const READ = `({
  ...window.measured,
  files: performance.getEntriesByType("resource").map(({ name }) => name),
})`;

const Reading = z.object({ lcp: z.number(), shift: z.number(), files: z.array(z.string()) });

/** Largest contentful paint in ms (the median) and layout shift (the worst) of loads with an empty cache, and the files of one. */
export async function measureBrowser(browser: Browser, url: string, cookies: Cookie[]) {
  const readings: z.infer<typeof Reading>[] = [];
  for (let load = 0; load < LOADS; load += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url })));
    await context.addInitScript(WATCH);
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "networkidle" });
    readings.push(Reading.parse(await page.evaluate(READ)));
    await context.close();
  }
  const lcps = readings.map(({ lcp }) => lcp).sort((a, b) => a - b);
  const files = new Set(readings[0]?.files);
  return {
    js: await weigh([...files].filter((file) => file.endsWith(".js"))),
    css: await weigh([...files].filter((file) => file.endsWith(".css"))),
    lcp: Math.round(lcps[Math.floor(LOADS / 2)] ?? 0),
    shift: Math.max(...readings.map(({ shift }) => shift)),
  };
}

/** Bytes as they travel. */
async function weigh(files: string[]): Promise<number> {
  const bodies = await Promise.all(files.map(async (file) => (await fetch(file)).arrayBuffer()));
  return bodies.reduce((sum, body) => sum + gzipSync(Buffer.from(body)).length, 0);
}
