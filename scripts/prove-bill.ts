import { parseArgs } from "node:util";
import { assertPortsFree } from "./assert-ports-free.ts";
import { toBillText } from "./bill-text.ts";
import { readDevVars } from "./dev-vars.ts";
import { startPlatform } from "./platform.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: "string", default: "8787" },
    data: { type: "string", default: ".latchkey/start" },
  },
});
const [organization, month] = positionals;
if (organization === undefined || month === undefined) {
  throw new Error("Say which bill: npm run bill:prove -- org_… 2027-03");
}
const port = Number(values.port);

// One runtime at a time may have the data folder: the ports are how a running `npm start` shows.
await assertPortsFree(port, 4);
const { setup, stop } = await startPlatform({
  port,
  dataDir: values.data,
  vars: readDevVars(),
  dashboard: false,
});
try {
  const bill = await setup.proveBill(organization, month);
  console.log(toBillText(bill));
  if (bill.found > 0) process.exitCode = 1;
} finally {
  await stop();
}
