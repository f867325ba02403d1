import { reconcileAccount } from "#billing/reconcile/reconcile-account.ts";
import { replayMissed } from "#billing/reconcile/replay-events.ts";
import { listUnreadAccounts } from "#directory/billing/list-unread-accounts.ts";
import { forgetRate, isWithinRate } from "#directory/consume-rate.ts";
import { type Env, getConfig } from "#env.ts";
import type { OrgId } from "#ids.ts";
import { getNow } from "#lib/get-now.ts";
import { log } from "#lib/log.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Of one run: what a Worker may ask of D1 in one is limited. */
const LIMIT = 30;
const AT_ONCE = 5;
/** No account is begun after it, so that runs seldom meet. */
const BUDGET_MS = 45_000;

const RUN = "job:reconcile-billing";
const REPLAY = "job:replay-events";

/** Every minute, one run at a time: each customer of Stripe is read at least once a day, and missed events are made up for hourly. */
export async function reconcileBilling(env: Env, budgetMs = BUDGET_MS): Promise<void> {
  if (getConfig(env).stripe === null) return;
  const now = await getNow(env);
  // A run that died holds the others back no longer than this.
  if (!(await isWithinRate(env.DB, RUN, { requests: 1, seconds: 300 }, now))) return;
  try {
    const { accounts, drifts } = await readUnread(env, now, Date.now() + budgetMs);
    const replayed = await replay(env, now);
    if (accounts > 0 || replayed > 0) log.info("billing.reconciled", { accounts, drifts, replayed });
  } finally {
    await forgetRate(env.DB, RUN);
  }
}

async function readUnread(env: Env, now: number, until: number) {
  const due = await listUnreadAccounts(env.DB, { readBefore: now - DAY_MS, limit: LIMIT });
  let [accounts, drifts] = [0, 0];
  const read = async (id: OrgId) => {
    accounts += 1;
    drifts += Math.sign(await reconcileAccount({ env, id, now, by: { actor: "system" } }));
  };
  const work = async () => {
    while (Date.now() < until) {
      const id = due.shift();
      if (id === undefined) return;
      await read(id).catch((thrown: unknown) => log.error("billing.reconcile-failed", thrown, { id }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { accounts, drifts };
}

async function replay(env: Env, now: number): Promise<number> {
  if (!(await isWithinRate(env.DB, REPLAY, { requests: 1, seconds: 3_600 }, now))) return 0;
  const { events, hasMore } = await replayMissed({ env, now });
  // The next minute goes on with what is left, if there is any use in it.
  if (hasMore && events > 0) await forgetRate(env.DB, REPLAY);
  return events;
}
