import { announceChanges } from "#billing/dunning/announce-changes.ts";
import { listUntold } from "#directory/billing/list-untold.ts";
import type { Env } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { log } from "#lib/log.ts";

/** Younger ones may still be with the request that found them. */
const UNDER_WAY_MS = 60_000;
const LIMIT = 50;

/** Every five minutes: tells of changes that a crash kept from being told. */
export async function announceBilling(env: Env): Promise<void> {
  const now = Math.floor(await getNow(env));
  for (const id of await listUntold(env.DB, { before: now - UNDER_WAY_MS, limit: LIMIT })) {
    try {
      await announceChanges({ env, id, now, by: { actor: "system" } });
    } catch (thrown) {
      log.error("billing.not-announced", thrown, { organization: id });
    }
  }
}
