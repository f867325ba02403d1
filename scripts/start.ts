import { parseArgs } from "node:util";
import { connectStripe } from "#billing/create-stripe.ts";
import { setUpStripe } from "#billing/setup/set-up-stripe.ts";
import { assertPortsFree } from "./assert-ports-free.ts";
import { buildDashboard } from "./dashboard.ts";
import { getDemo } from "./demo.ts";
import { describePlatform } from "./describe-platform.ts";
import { readDevVars } from "./dev-vars.ts";
import { parsePort } from "./parse-port.ts";
import { startPlatform } from "./platform.ts";
import { stopWith } from "./stop-with.ts";
import { STRIPE_WEBHOOK_PATH, toStripeStandIn } from "./stripe-stand-in.ts";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    fresh: { type: "boolean", default: false },
    port: { type: "string", default: "8787" },
    data: { type: "string", default: ".latchkey/start" },
  },
});
const port = parsePort(values.port, 3);
await assertPortsFree(port, 4);
buildDashboard();
const vars = readDevVars();
const platform = await startPlatform({ port, dataDir: values.data, fresh: values.fresh, vars });
stopWith(() => platform.stop());

// A real account is set up by hand, with `npm run stripe:setup`.
const { STRIPE_SECRET_KEY: secretKey, STRIPE_URL: url } = toStripeStandIn(platform.sandbox, vars);
if (secretKey !== undefined) {
  const webhookUrl = `${platform.api}${STRIPE_WEBHOOK_PATH}`;
  await setUpStripe(connectStripe({ secretKey, url }), { webhookUrl, dashboardUrl: platform.dashboard });
}

// Cron, which the runtime here does not start by itself.
setInterval(() => platform.setup.runJobs().catch(console.error), 60_000);

const demo = await getDemo(platform, `${values.data}/demo.json`);
const running = {
  api: platform.api,
  mcp: `${platform.api}/mcp`,
  dashboard: platform.dashboard,
  sandbox: platform.sandbox,
  mailbox: `${platform.sandbox}/mailbox`,
  ...demo,
};
console.log(values.json ? JSON.stringify(running) : describePlatform(running));
