import { basename, dirname, resolve } from "node:path";
import { build } from "esbuild";

/** Bundles a Worker into one file, and says where the runtime finds it. */
export async function buildWorker(entry: string, outfile: string) {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    mainFields: ["module", "main"],
    external: ["cloudflare:*", "node:*"],
    // As the rules in wrangler.toml say.
    loader: { ".md": "text", ".svg": "text", ".png": "binary" },
    sourcemap: "linked",
    logLevel: "warning",
  });
  // The runtime refuses module paths outside of the root it is given.
  return {
    rootPath: resolve(dirname(outfile)),
    modules: [{ type: "ESModule" as const, path: basename(outfile) }],
  };
}
