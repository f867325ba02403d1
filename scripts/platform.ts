import { rmSync } from "node:fs";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import type { ProvenBill } from "#billing/proof/compare-bills.ts";
import { parseKeyRing } from "#lib/key-ring.ts";
import { buildWorker } from "./build-worker.ts";
import { getDashboardOptions } from "./dashboard.ts";
import { getKeyRing } from "./key-ring.ts";
import { migrate } from "./migrate.ts";
import { toSignInStandIns } from "./sign-in-stand-ins.ts";
import { STRIPE_WEBHOOK_PATH, toStripeStandIn } from "./stripe-stand-in.ts";
import { readWorkerOptions } from "./worker-options.ts";

const HOST = "127.0.0.1";

export interface PlatformOptions {
  /** The API listens here; dashboard, sandbox and the runtime itself on the three ports after it. */
  port: number;
  /** Where databases and the key ring are kept. */
  dataDir: string;
  fresh?: boolean;
  /** Settings that replace those of wrangler.toml and the stand-ins, from `.dev.vars` say. */
  vars?: Record<string, string>;
  /** Off where only the API is looked at. */
  dashboard?: boolean;
}

export interface Platform {
  api: string;
  dashboard: string;
  sandbox: string;
  /** RPC to the product's setup entrypoint. */
  setup: {
    createOrganization(demo: object): Promise<{ id: string; apiKey: string }>;
    runJobs(): Promise<void>;
    verifyAudits(
      batch: object,
    ): Promise<{ verified: number; broken: { id: string; verdict: object | null }[]; next: string | null }>;
    proveBill(organization: string, month: string): Promise<ProvenBill>;
    rotateDataKeys(batch: object): Promise<{ rewrapped: number; failed: string[]; next: string | null }>;
  };
  stop(): Promise<void>;
}

/** Runs the Worker, the dashboard and the sandbox in one workerd, each on a port of its own. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { port, dataDir, fresh = false, vars = {}, dashboard = true } = options;
  if (fresh) rmSync(dataDir, { recursive: true, force: true });
  const [api, dashboardUrl, sandbox] = [port, port + 1, port + 2].map((number) => `http://${HOST}:${number}`);
  if (api === undefined || dashboardUrl === undefined || sandbox === undefined)
    throw new Error("unreachable");

  const keyRing = vars.KEY_RING ?? getKeyRing(`${dataDir}/key-ring`);
  // Refused before anything runs: the Worker would start, and refuse every request.
  parseKeyRing(keyRing);
  const [apiBuild, sandboxBuild] = await Promise.all([
    buildWorker("sandbox/product.ts", `${dataDir}/build/api.js`),
    buildWorker("sandbox/index.ts", `${dataDir}/build/sandbox.js`),
  ]);
  const workerOptions = readWorkerOptions();
  const listen = (number: number) => [{ host: HOST, port: number, entrypoint: "default" }];
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      host: HOST,
      port: port + 3,
      log: new Log(LogLevel.ERROR),
      // Whatever a Worker logs, stdout is kept for what `npm start` has to say.
      handleStructuredLogs: ({ message }) => console.error(message),
      resourcePersistencePath: dataDir,
      workers: [
        {
          ...workerOptions,
          name: "latchkey",
          ...apiBuild,
          bindings: {
            ...workerOptions.bindings,
            API_URL: api,
            DASHBOARD_URL: dashboardUrl,
            EMAIL_URL: `${sandbox}/mailbox/messages`,
            KEY_RING: keyRing,
            HOSTAWAY_URL: `${sandbox}/hostaway/v1`,
            // The sandbox sees one address, as Hostaway does behind a relay.
            HOSTAWAY_EGRESS: "shared",
            ...toSignInStandIns(sandbox, vars),
            ...toStripeStandIn(sandbox, vars),
            // Its catcher shows what outgoing webhooks send.
            OUTGOING_WEBHOOK_HOSTS: new URL(sandbox).host,
            OPERATOR_EMAILS: "operator@example.com",
            ...vars,
          },
          serviceBindings: { CLOCK: { name: "sandbox", entrypoint: "Clock" } },
          unsafeDirectSockets: listen(port),
        },
        {
          name: "sandbox",
          ...sandboxBuild,
          compatibilityDate: workerOptions.compatibilityDate,
          durableObjects: { SANDBOX: { className: "Sandbox", useSQLite: true } },
          bindings: { STRIPE_WEBHOOK_URL: `${api}${STRIPE_WEBHOOK_PATH}` },
          serviceBindings: { SETUP: { name: "latchkey", entrypoint: "Setup" } },
          unsafeDirectSockets: listen(port + 2),
        },
        ...(dashboard
          ? [
              {
                ...getDashboardOptions(workerOptions.compatibilityDate, sandbox),
                unsafeDirectSockets: listen(port + 1),
              },
            ]
          : []),
      ],
    }),
  );
  await runtime.ready;
  await migrate(await runtime.getD1Database("DB", "latchkey"), "migrations");
  const { SETUP } = await runtime.getBindings<{ SETUP: Platform["setup"] }>("sandbox");
  return { api, dashboard: dashboardUrl, sandbox, setup: SETUP, stop: () => runtime.dispose() };
}
