import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { assertPortsFree } from "./assert-ports-free.ts";
import { readDevVars } from "./dev-vars.ts";
import { addSecret } from "./key-ring.ts";
import { type Platform, startPlatform } from "./platform.ts";

const BATCH = 50;

const { values } = parseArgs({
  options: {
    new: { type: "boolean", default: false },
    port: { type: "string", default: "8787" },
    data: { type: "string", default: ".latchkey/start" },
  },
});
const port = Number(values.port);
const file = `${values.data}/key-ring`;
const vars = readDevVars();
if (vars.KEY_RING === undefined && !existsSync(file)) {
  console.error(
    `There is no key ring in ${values.data}. \`npm start\` makes one; --data names another folder.`,
  );
  process.exit(1);
}
if (values.new && vars.KEY_RING !== undefined) {
  console.error(
    "KEY_RING comes from .dev.vars. Put the new secret in front of it there, and leave out --new.",
  );
  process.exit(1);
}

// One runtime at a time may have the data folder: the ports are how a running `npm start` shows.
await assertPortsFree(port, 4);
if (values.new) addSecret(file);
const platform = await startPlatform({ port, dataDir: values.data, vars, dashboard: false });
const { rewrapped, failed } = await rotateAll(platform);
await platform.stop();
console.log(`${rewrapped} ${rewrapped === 1 ? "data key was" : "data keys were"} re-wrapped.`);
if (failed.length > 0) {
  console.error(`No secret of the key ring opens the data key of: ${failed.join(", ")}`);
  process.exit(1);
}

async function rotateAll({ setup }: Platform): Promise<{ rewrapped: number; failed: string[] }> {
  const done = { rewrapped: 0, failed: [] as string[] };
  let after: string | undefined;
  do {
    const { rewrapped, failed, next } = await setup.rotateDataKeys({ batch: BATCH, after });
    done.rewrapped += rewrapped;
    done.failed.push(...failed);
    after = next ?? undefined;
  } while (after !== undefined);
  return done;
}
