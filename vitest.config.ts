import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { buildWorker } from "./scripts/build-worker.ts";
import { carriedFiles } from "./scripts/carried-files.ts";
import { toFreezer } from "./scripts/frozen-statements.ts";
import { toSignInStandIns } from "./scripts/sign-in-stand-ins.ts";
import { STRIPE_WEBHOOK_PATH, toStripeStandIn } from "./scripts/stripe-stand-in.ts";
import { withoutSourceMaps } from "./scripts/without-source-maps.ts";

const compatibilityDate = "2026-10-01";
const sandboxObject = { SANDBOX: { className: "Sandbox", useSQLite: true } };

const stripeWithoutMaps = withoutSourceMaps("/node_modules/stripe/esm/");

/** Each worker of vitest's is a workerd process with a sandbox of its own. */
const workers = {
  plugins: [
    stripeWithoutMaps,
    carriedFiles,
    cloudflareTest({
      main: "./sandbox/product.ts",
      wrangler: { configPath: "./wrangler.toml" },
      miniflare: {
        bindings: {
          API_URL: "https://latchkey.test",
          DASHBOARD_URL: "https://app.latchkey.test",
          EMAIL_URL: "https://sandbox.test/mailbox/messages",
          KEY_RING: `2:${"0123456789abcdef".repeat(4)},1:${"fedcba9876543210".repeat(4)}`,
          HOSTAWAY_URL: "https://sandbox.test/hostaway/v1",
          ...toSignInStandIns("https://sandbox.test", {}),
          ...toStripeStandIn("https://sandbox.test", {}),
          OUTGOING_WEBHOOK_HOSTS: "sandbox.test",
          OPERATOR_EMAILS: "Operator@example.com, second-operator@example.com",
          TEST_MIGRATIONS: await readD1Migrations("./migrations"),
        },
        serviceBindings: {
          SANDBOX: "sandbox",
          CLOCK: { name: "sandbox", entrypoint: "Clock" },
          ...toFreezer(process.env),
        },
        // Whatever the product would reach over the network, the sandbox answers.
        outboundService: "sandbox",
        workers: [
          {
            name: "sandbox",
            ...(await buildWorker("sandbox/index.ts", ".latchkey/test/sandbox.js")),
            compatibilityDate,
            durableObjects: sandboxObject,
            bindings: { STRIPE_WEBHOOK_URL: `https://latchkey.test${STRIPE_WEBHOOK_PATH}` },
            // Where the stand-ins' webhooks go: the product, as these tests run it.
            serviceBindings: { WEBHOOK_RECEIVER: "vitest-plugin-runner-workers" },
          },
        ],
      },
    }),
  ],
  test: {
    name: "workers",
    include: ["workers/**/*.test.ts"],
    setupFiles: ["./tests/setup.ts"],
    isolate: false,
    // A busy machine is slow, which is nobody's failure.
    testTimeout: 20_000,
  },
};

const sandbox = {
  plugins: [
    stripeWithoutMaps,
    cloudflareTest({
      main: "./sandbox/index.ts",
      miniflare: { compatibilityDate, durableObjects: sandboxObject },
    }),
  ],
  // The first request of a file opens the whole sandbox.
  test: { name: "sandbox", include: ["sandbox/**/*.test.ts"], isolate: false, testTimeout: 20_000 },
};

const repository = {
  test: { name: "repository", include: ["tests/repository/**/*.test.ts", "scripts/**/*.test.ts"] },
};

const dashboard = { root: "./dashboard", test: { name: "dashboard", include: ["app/**/*.test.ts"] } };

/** Journeys over real sockets: the built product, real clients, a real browser, on pinned ports of each file's own. */
const journeys = {
  test: {
    name: "journeys",
    include: ["tests/journeys/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
};

/** Pages of the built dashboard in a real browser: one platform and one browser for all files. */
const pages = {
  test: {
    name: "pages",
    include: ["tests/pages/**/*.test.ts"],
    globalSetup: "./tests/pages/setup.ts",
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
};

export default defineConfig({
  test: {
    // Most tests wait for the sandbox's clock or for a browser rather than for a core.
    maxWorkers: 3,
    projects: [workers, sandbox, dashboard, repository, journeys, pages],
    coverage: {
      provider: "istanbul",
      include: ["workers/**/*.ts"],
      exclude: ["**/*.test.ts"],
      thresholds: { lines: 85 },
      reporter: ["text-summary"],
    },
  },
});
