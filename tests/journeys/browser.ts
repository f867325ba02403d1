import chromium from "@sparticuz/chromium";
import { type BrowserContextOptions, type Page, chromium as playwright } from "playwright-core";
import { cleanUpWith } from "./clean-up.ts";

/** A headless Chromium with its web security on: the package's own arguments would switch it off. */
export async function openBrowser() {
  const executablePath = await chromium.executablePath();
  const browser = await playwright.launch({ executablePath, args: ["--no-sandbox"] });
  cleanUpWith(() => browser.close());

  return {
    /** A page in a profile of its own, and what it complains about: errors, warnings, refusals by the security policy. */
    async open(
      url: string,
      options: BrowserContextOptions = {},
    ): Promise<{ page: Page; complaints: string[] }> {
      const page = await (await browser.newContext(options)).newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(url, { waitUntil: "networkidle" });
      return { page, complaints };
    },
  };
}
