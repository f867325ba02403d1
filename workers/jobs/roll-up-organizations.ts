import { listDueRollups } from "#directory/operator/list-due-rollups.ts";
import type { Env } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { log } from "#lib/log.ts";
import { rollUp } from "#operator/roll-up.ts";

const LIMIT = 50;
const AT_ONCE = 5;

/** Every minute: the figures of those organizations whose turn of the hour has come, some at a time. */
export async function rollUpOrganizations(env: Env, run = rollUp): Promise<void> {
  const now = await getNow(env);
  const due = await listDueRollups(env.DB, { now: Math.floor(now), limit: LIMIT });
  const work = async () => {
    for (let id = due.shift(); id !== undefined; id = due.shift()) {
      await run({ env, now }, id).catch((thrown: unknown) =>
        log.error("operator.roll-up-failed", thrown, { organization: id }),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
