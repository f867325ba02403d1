import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import type { TestProject } from "vitest/node";
import { connectStripe } from "#billing/create-stripe.ts";
import { setUpStripe } from "#billing/setup/set-up-stripe.ts";
import { startPlatform } from "#scripts/platform.ts";
import { STRIPE_WEBHOOK_PATH, toStripeStandIn } from "#scripts/stripe-stand-in.ts";

export const SCREENSHOTS = ".latchkey/screenshots";

declare module "vitest" {
  interface ProvidedContext {
    pages: { api: string; dashboard: string; sandbox: string; browser: string };
  }
}

/** One platform and one browser for all files that look at pages. Each test makes people and organizations of its own. */
export default async function setUp({ provide }: TestProject) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), "latchkey-"));
  const port = Number(process.env.PAGES_PORT ?? 9300);
  const [platform, browser] = await Promise.all([
    startPlatform({ port, dataDir }),
    // Its web security stays on: the package's own arguments would switch it off.
    chromium
      .executablePath()
      .then((executablePath) => playwright.launchServer({ executablePath, args: ["--no-sandbox"] })),
  ]);
  const { api, dashboard, sandbox } = platform;
  const { STRIPE_SECRET_KEY: secretKey = "", STRIPE_URL: url } = toStripeStandIn(sandbox, {});
  const webhookUrl = `${api}${STRIPE_WEBHOOK_PATH}`;
  await setUpStripe(connectStripe({ secretKey, url }), { webhookUrl, dashboardUrl: dashboard });
  await platform.setup.runJobs();
  provide("pages", { api, dashboard, sandbox, browser: browser.wsEndpoint() });

  return async () => {
    await browser.close();
    await platform.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
}
