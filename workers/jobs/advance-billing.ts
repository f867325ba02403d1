import { listDueAccounts } from "#directory/billing/list-due-accounts.ts";
import type { Env } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { log } from "#lib/log.ts";
import { advanceBilling as advance } from "#lifecycle/advance-billing.ts";

const LIMIT = 50;

/** Every five minutes: trials that end soon or now, and whatever else becomes due by the clock. */
export async function advanceBilling(env: Env): Promise<void> {
  const now = await getNow(env);
  for (const id of await listDueAccounts(env.DB, { now, limit: LIMIT })) {
    try {
      await advance({ env, id, now, by: { actor: "system" } });
    } catch (thrown) {
      log.error("billing.advance-failed", thrown, { organization: id });
    }
  }
}
