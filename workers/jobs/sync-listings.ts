import { runDailySync } from "#billing/quantity/run-daily-sync.ts";
import { listDueCounts } from "#directory/billing/list-due-counts.ts";
import type { Env } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { log } from "#lib/log.ts";

const LIMIT = 25;
const AT_ONCE = 5;

/** Every minute: the listings of those organizations whose turn of the day has come, some at a time. */
export async function syncListings(env: Env, run = runDailySync): Promise<void> {
  const now = await getNow(env);
  const due = await listDueCounts(env.DB, { now, limit: LIMIT });
  const work = async () => {
    for (let next = due.shift(); next !== undefined; next = due.shift()) {
      const ctx = { env, id: next.id, now, by: { actor: "system" } as const };
      await run(ctx, next.dueAt).catch((thrown: unknown) =>
        log.error("billing.listing-sync-broken", thrown, { organization: ctx.id }),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
