import { reconcileAccount } from "#billing/reconcile/reconcile-account.ts";
import { replayMissed } from "#billing/reconcile/replay-events.ts";
import { listUnreadAccounts } from "#directory/billing/list-unread-accounts.ts";
import { isWithinRate } from "#directory/consume-rate.ts";
import { type Env, getConfig } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { log } from "#lib/log.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
const LIMIT = 25;

/** Each customer of Stripe is read at least once a day, whatever events came, and events that did not come are made up for hourly. */
export async function reconcileBilling(env: Env): Promise<void> {
  if (getConfig(env).stripe === null) return;
  const now = await getNow(env);
  let drifts = 0;
  const due = await listUnreadAccounts(env.DB, { readBefore: now - DAY_MS, limit: LIMIT });
  for (const id of due) {
    try {
      drifts += Math.sign(await reconcileAccount({ env, id, now, by: { actor: "system" } }));
    } catch (thrown) {
      log.error("billing.reconcile-failed", thrown, { id });
    }
  }
  const isTime = await isWithinRate(env.DB, "job:replay-events", { requests: 1, seconds: 3_600 }, now);
  const replayed = isTime ? await replayMissed({ env, now }) : 0;
  if (due.length > 0 || replayed > 0) {
    log.info("billing.reconciled", { accounts: due.length, drifts, replayed });
  }
}
