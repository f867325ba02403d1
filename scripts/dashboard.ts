import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const BUILT = "dashboard/build/worker/index.js";
const folders = ["dashboard/app", "dashboard/functions", "dashboard/public"];
const files = ["dashboard/load-context.ts", "dashboard/vite.config.ts", "package-lock.json"];

/** Builds it if anything that it is made of is younger than the build. Quiet unless it fails. */
export function buildDashboard(): void {
  if (isBuilt()) return;
  const build = spawnSync("npm", ["run", "build", "--workspace", "dashboard"], { encoding: "utf8" });
  if (build.status === 0) return;
  console.error(build.stdout, build.stderr);
  throw new Error("The dashboard could not be built.");
}

function isBuilt(): boolean {
  if (!existsSync(BUILT)) return false;
  const builtAt = statSync(BUILT).mtimeMs;
  // A folder is as young as the last file that went into or out of it.
  const inside = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  return [...folders, ...inside, ...files].every((path) => statSync(path).mtimeMs <= builtAt);
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
