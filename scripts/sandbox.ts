import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { assertPortsFree } from "./assert-ports-free.ts";
import { buildWorker } from "./build-worker.ts";
import { describeSandbox } from "./describe-sandbox.ts";
import { parsePort } from "./parse-port.ts";
import { stopWith } from "./stop-with.ts";
import { readWorkerOptions } from "./worker-options.ts";

/** Runs the sandbox alone, where `npm start` has it, with data of its own. */
const host = "127.0.0.1";
const { values } = parseArgs({
  options: {
    fresh: { type: "boolean", default: false },
    port: { type: "string", default: "8789" },
    data: { type: "string", default: ".latchkey/sandbox" },
  },
});
const port = parsePort(values.port, 1);
await assertPortsFree(port, 2, "npm run sandbox");
if (values.fresh) rmSync(values.data, { recursive: true, force: true });

const runtime = new Miniflare(
  convertV4MiniflareOptions({
    host,
    port: port + 1,
    log: new Log(LogLevel.ERROR),
    handleStructuredLogs: ({ message }) => console.error(message),
    resourcePersistencePath: values.data,
    workers: [
      {
        name: "sandbox",
        ...(await buildWorker("sandbox/index.ts", `${values.data}/build/sandbox.js`)),
        compatibilityDate: readWorkerOptions().compatibilityDate,
        bindings: { STRIPE_RATE_LIMITS: "on" },
        durableObjects: { SANDBOX: { className: "Sandbox", useSQLite: true } },
        unsafeDirectSockets: [{ host, port, entrypoint: "default" }],
      },
    ],
  }),
);
stopWith(() => runtime.dispose());
await runtime.ready;
console.log(describeSandbox(host, port));
