import { parseArgs } from "node:util";
import { assertPortsFree } from "./assert-ports-free.ts";
import { buildDashboard } from "./dashboard.ts";
import { getDemo } from "./demo.ts";
import { describePlatform } from "./describe-platform.ts";
import { readDevVars } from "./dev-vars.ts";
import { startPlatform } from "./platform.ts";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    fresh: { type: "boolean", default: false },
    port: { type: "string", default: "8787" },
    data: { type: "string", default: ".latchkey/start" },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65_532) {
  console.error(
    `--port takes a number from 1 to 65532; the four ports from it on are used. Got: ${values.port}`,
  );
  process.exit(1);
}

await assertPortsFree(port, 4);
// The shell that npm puts between dies of a signal without passing it on.
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.emit("SIGTERM", "SIGTERM"), 200);
buildDashboard();
const vars = readDevVars();
const platform = await startPlatform({ port, dataDir: values.data, fresh: values.fresh, vars });
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, async () => {
    await platform.stop();
    process.exit(0);
  });
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
