import { parseArgs } from "node:util";
import { assertPortsFree } from "./assert-ports-free.ts";
import { readDevVars } from "./dev-vars.ts";
import { startPlatform } from "./platform.ts";

const BATCH = 50;

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8787" },
    data: { type: "string", default: ".latchkey/start" },
  },
});
const port = Number(values.port);

// One runtime at a time may have the data folder: the ports are how a running `npm start` shows.
await assertPortsFree(port, 4);
const { setup, stop } = await startPlatform({
  port,
  dataDir: values.data,
  vars: readDevVars(),
  dashboard: false,
});
let verified = 0;
let after: string | undefined;
do {
  const found = await setup.verifyAudits({ batch: BATCH, after });
  verified += found.verified;
  for (const { id, verdict } of found.broken) {
    console.error(`${id}: ${JSON.stringify(verdict)}`);
    process.exitCode = 1;
  }
  after = found.next ?? undefined;
} while (after !== undefined);
await stop();
console.log(`${verified} ${verified === 1 ? "log was" : "logs were"} verified.`);
