import { unstable_getMiniflareWorkerOptions as readWrangler } from "wrangler";
import { z } from "zod";

const Options = z.object({
  compatibilityDate: z.string(),
  compatibilityFlags: z.array(z.string()),
  bindings: z.record(z.string(), z.string()),
  d1Databases: z.record(z.string(), z.object({ id: z.string() })),
  durableObjects: z.record(z.string(), z.object({ className: z.string(), useSQLite: z.boolean() })),
});

/** What wrangler.toml says of the product's Worker, so that it is said once. */
export function readWorkerOptions() {
  return Options.parse(readWrangler("wrangler.toml").workerOptions);
}
