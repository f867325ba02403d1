import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** Quiet unless it fails. */
export function buildDashboard(): void {
  const build = spawnSync("npm", ["run", "build", "--workspace", "dashboard"], { encoding: "utf8" });
  if (build.status === 0) return;
  console.error(build.stdout, build.stderr);
  throw new Error("The dashboard could not be built.");
}

/**
 * How the built dashboard runs beside the API: files come from its assets, everything else from its Worker. Its forms may
 * lead to the sandbox, which stands in for Stripe's pages and the sign-in providers'.
 */
export function getDashboardOptions(compatibilityDate: string | undefined, sandbox: string) {
  return {
    name: "latchkey-dashboard",
    // The runtime refuses module paths outside of the root it is given.
    rootPath: resolve("dashboard/build"),
    modules: [{ type: "ESModule" as const, path: "worker/index.js" }],
    compatibilityDate,
    bindings: { STAND_IN_URL: sandbox },
    serviceBindings: { API: { name: "latchkey", entrypoint: "Dashboard" } },
    assets: { directory: "client", binding: "ASSETS", routerConfig: { has_user_worker: true } },
  };
}
