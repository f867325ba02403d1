import type { Env } from "#env.ts";
import { log } from "#lib/log.ts";
import { finishLifecycles } from "./finish-lifecycles.ts";
import { pruneDirectory } from "./prune-directory.ts";
import { rewrapDataKeys } from "./rewrap-data-keys.ts";
import { sendPendingMail } from "./send-pending-mail.ts";

const jobs = { sendPendingMail, finishLifecycles, rewrapDataKeys, pruneDirectory };

/** All that is due by the clock. Each fails alone. */
export async function runJobs(env: Env): Promise<void> {
  const runs = Object.entries(jobs).map(([job, run]) =>
    run(env).catch((thrown: unknown) => log.error("job.failed", thrown, { job })),
  );
  await Promise.all(runs);
}
