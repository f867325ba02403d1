import { rotateDataKeys } from "#directory/rotate-data-keys.ts";
import { type Env, getConfig } from "#env.ts";
import type { OrgId } from "#ids.ts";
import { log } from "#lib/log.ts";

const BATCH = 50;
const MOST_AT_ONCE = 500;

/** Every five minutes: data keys that are not under the ring's newest secret yet, some hundreds at a time. */
export async function rewrapDataKeys(env: Env): Promise<void> {
  const { keyRing } = getConfig(env);
  let rewrapped = 0;
  let after: OrgId | undefined;
  do {
    const done = await rotateDataKeys(env.DB, keyRing, { batch: BATCH, after });
    rewrapped += done.rewrapped;
    after = done.next ?? undefined;
  } while (after !== undefined && rewrapped < MOST_AT_ONCE);
  if (rewrapped > 0) log.info("data-keys.rewrapped", { rewrapped });
}
