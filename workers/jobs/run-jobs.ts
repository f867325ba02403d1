import { recordJobEnd, recordJobStart } from "#directory/operator/record-job.ts";
import type { Env } from "#env.ts";
import { AppError } from "#errors.ts";
import { getNow } from "#lib/get-now.ts";
import { log } from "#lib/log.ts";
import { advanceBilling } from "./advance-billing.ts";
import { announceBilling } from "./announce-billing.ts";
import { finishLifecycles } from "./finish-lifecycles.ts";
import { pruneDirectory } from "./prune-directory.ts";
import { reconcileBilling } from "./reconcile-billing.ts";
import { rewrapDataKeys } from "./rewrap-data-keys.ts";
import { rollUpOrganizations } from "./roll-up-organizations.ts";
import { sendPendingMail } from "./send-pending-mail.ts";
import { syncListings } from "./sync-listings.ts";

const everyMinute = { syncListings, reconcileBilling, rollUpOrganizations };

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
  await Promise.all([
    ...Object.entries(everyMinute).map(([job, run]) => runJob(env, { job, everyMinutes: 1, run })),
    ...(isFifth
      ? Object.entries(everyFiveMinutes).map(([job, run]) => runJob(env, { job, everyMinutes: 5, run }))
      : []),
  ]);
}

interface Job {
  job: string;
  everyMinutes: number;
  run: (env: Env) => Promise<void>;
}

/** The operator sees when it ran and how it ended. What cannot be written down keeps no job from its work. */
async function runJob(env: Env, { job, everyMinutes, run }: Job): Promise<void> {
  const note = async (record: (now: number) => Promise<void>) => {
    try {
      await record(Math.floor(await getNow(env)));
    } catch (thrown) {
      log.error("job.not-recorded", thrown, { job });
    }
  };
  await note((now) => recordJobStart(env.DB, { job, everyMinutes, now }));
  const error = await run(env).then(
    () => null,
    (thrown: unknown) => {
      log.error("job.failed", thrown, { job });
      return toName(thrown);
    },
  );
  await note((now) => recordJobEnd(env.DB, { job, now, error }));
}

/** Never the message of an error that is not ours: it may say anything. The log has it. */
function toName(thrown: unknown): string {
  if (thrown instanceof AppError) return thrown.code;
  return thrown instanceof Error ? thrown.name : "unknown";
}
