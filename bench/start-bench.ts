import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { z } from "zod";
import { buildWorker } from "#scripts/build-worker.ts";
import { getKeyRing } from "#scripts/key-ring.ts";
import { migrate } from "#scripts/migrate.ts";
import { STRIPE_WEBHOOK_PATH, toStripeStandIn } from "#scripts/stripe-stand-in.ts";
import { readWorkerOptions } from "#scripts/worker-options.ts";

const HOST = "127.0.0.1";
const PORT = 8800;
const SANDBOX = `http://${HOST}:${PORT + 3}`;

interface Setup {
  createOrganizations(count: number, credential: Record<string, string>): Promise<string[]>;
  letIn(apiKey: string): Promise<string>;
  createBilled(credential: Record<string, string>): Promise<{ id: string; apiKey: string }>;
}

/** The three paths side by side in one workerd, each on its own socket, with databases on disk. */
export async function startBench(dataDir: string) {
  const workerOptions = readWorkerOptions();
  const toWorker = async (name: string, entry: string, port: number) => ({
    name,
    ...(await buildWorker(entry, `${dataDir}/build/${name}.js`)),
    compatibilityDate: workerOptions.compatibilityDate,
    compatibilityFlags: workerOptions.compatibilityFlags,
    unsafeDirectSockets: [{ host: HOST, port, entrypoint: "default" }],
  });
  const toProduct = async (name: string, entry: string, port: number) => ({
    ...(await toWorker(name, entry, port)),
    durableObjects: workerOptions.durableObjects,
    d1Databases: { DB: name },
    bindings: {
      API_URL: `http://${HOST}:${port}`,
      DASHBOARD_URL: `http://${HOST}:${port}`,
      EMAIL_FROM: "bench@example.com",
      EMAIL_URL: `${SANDBOX}/mailbox/messages`,
      KEY_RING: getKeyRing(`${dataDir}/key-ring`),
      HOSTAWAY_URL: `${SANDBOX}/hostaway/v1`,
      HOSTAWAY_REQUESTS_PER_10_SECONDS: "1000000000",
      ...toStripeStandIn(SANDBOX, {}),
    },
    serviceBindings: { SETUP: { name, entrypoint: "BenchSetup" } },
  });
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      host: HOST,
      port: PORT + 4,
      log: new Log(LogLevel.ERROR),
      resourcePersistencePath: dataDir,
      workers: [
        await toWorker("echo", "bench/echo.ts", PORT),
        await toProduct("instant", "bench/product-instant.ts", PORT + 1),
        await toProduct("product", "bench/product.ts", PORT + 2),
        {
          ...(await toWorker("sandbox", "sandbox/index.ts", PORT + 3)),
          durableObjects: { SANDBOX: { className: "Sandbox", useSQLite: true } },
          bindings: { STRIPE_WEBHOOK_URL: `http://${HOST}:${PORT + 2}${STRIPE_WEBHOOK_PATH}` },
        },
      ],
    }),
  );
  await runtime.ready;
  await post(`${SANDBOX}/control/hostaway/settings`, { accountLimit: null, ipLimit: null });
  const credential = { accountId: "10002", secretKey: "sandbox-secret-10002" };

  const open = async (name: string, port: number, count: number) => {
    await migrate(await runtime.getD1Database("DB", name), "migrations");
    const { SETUP } = await runtime.getBindings<{ SETUP: Setup }>(name);
    const keys = await SETUP.createOrganizations(count, credential);
    return { url: `http://${HOST}:${port}/mcp`, keys, setup: SETUP };
  };
  const product = await open("product", PORT + 2, 1);
  const instant = await open("instant", PORT + 1, 100);
  return {
    echo: `http://${HOST}:${PORT}/mcp`,
    instant,
    token: await instant.setup.letIn(instant.keys[0] ?? ""),
    product,
    bookingId: await findBooking(`http://${HOST}:${PORT + 2}`, product.keys[0]),
    billing: {
      api: `http://${HOST}:${PORT + 2}`,
      sandbox: SANDBOX,
      createBilled: () => product.setup.createBilled(credential),
    },
    stop: () => runtime.dispose(),
  };
}

const Bookings = z.object({ bookings: z.array(z.object({ id: z.number() })).min(1) });

/** One that exists in the sandbox; the other upstreams answer any id. */
async function findBooking(api: string, key = ""): Promise<number> {
  const answer = await post(`${api}/api/v1/tools/get_bookings`, { status: ["all"] }, { "x-api-key": key });
  return Bookings.parse(answer).bookings[0]?.id ?? 0;
}

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const all = { "content-type": "application/json", ...headers };
  const response = await fetch(url, { method: "POST", headers: all, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}
