import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** Quiet unless it fails. */
export function buildDashboard(): void {
  const build = spawnSync("npm", ["run", "build", "--workspace", "dashboard"], { encoding: "utf8" });
  if (build.status === 0) return;
  console.error(build.stdout, build.stderr);
  throw new Error("The dashboard could not be built.");
}

/** How the built dashboard runs beside the API: files come from its assets, everything else from its Worker. */
export function getDashboardOptions(compatibilityDate: string | undefined) {
  return {
    name: "latchkey-dashboard",
    // The runtime refuses module paths outside of the root it is given.
    rootPath: resolve("dashboard/build"),
    modules: [{ type: "ESModule" as const, path: "worker/index.js" }],
    compatibilityDate,
    serviceBindings: { API: { name: "latchkey", entrypoint: "Dashboard" } },
    assets: { directory: "client", binding: "ASSETS", routerConfig: { has_user_worker: true } },
  };
}
