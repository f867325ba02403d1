import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { z } from "zod";
import { SCREENSHOTS } from "./setup.ts";

const looks = { light: [360, 768, 1600], dark: [360, 1600] } as const;

const Violations = z.array(z.object({ id: z.string(), help: z.string(), nodes: z.array(z.string()) }));

/**
 * Takes pictures of the page as it stands, at three widths and in both themes, and expects nothing to stick out sideways and
 * nothing to be in the way of people with disabilities.
 */
export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of looks[colorScheme]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({
        path: `${SCREENSHOTS}/${name}-${width}-${colorScheme}.jpeg`,
        quality: 80,
        fullPage: true,
        type: "jpeg",
      });
      const excess = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      expect.soft(await page.evaluate(excess), `${name} is too wide at ${width}`).toBeLessThanOrEqual(0);
    }
    expect.soft(await findViolations(page, rules[colorScheme]), `${name}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** A theme changes colours and nothing else. */
const rules = { light: {}, dark: { runOnly: ["color-contrast"] } } as const;

/** By WCAG 2.2 AA and axe's best practices. */
export async function findViolations(page: Page, options: { runOnly?: readonly string[] } = {}) {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  return Violations.parse(
    await page.evaluate(
      `axe.run(document, ${JSON.stringify({ ...options, resultTypes: ["violations"] })}).then(({ violations }) =>
        violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => html) })))`,
    ),
  );
}
