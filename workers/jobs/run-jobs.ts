import type { Env } from "#env.ts";
import { log } from "#lib/log.ts";
import { advanceBilling } from "./advance-billing.ts";
import { announceBilling } from "./announce-billing.ts";
import { finishLifecycles } from "./finish-lifecycles.ts";
import { pruneDirectory } from "./prune-directory.ts";
import { reconcileBilling } from "./reconcile-billing.ts";
import { rewrapDataKeys } from "./rewrap-data-keys.ts";
import { sendPendingMail } from "./send-pending-mail.ts";
import { syncListings } from "./sync-listings.ts";

const everyMinute = { syncListings, reconcileBilling };

const everyFiveMinutes = {
  sendPendingMail,
  finishLifecycles,
  rewrapDataKeys,
  pruneDirectory,
  advanceBilling,
  announceBilling,
};

/** All that is due in the minute that `scheduledAt` is in. Each fails alone. */
export async function runJobs(env: Env, scheduledAt: number): Promise<void> {
  const isFifth = new Date(scheduledAt).getUTCMinutes() % 5 === 0;
  const due = { ...everyMinute, ...(isFifth && everyFiveMinutes) };
  const runs = Object.entries(due).map(([job, run]) =>
    run(env).catch((thrown: unknown) => log.error("job.failed", thrown, { job })),
  );
  await Promise.all(runs);
}
