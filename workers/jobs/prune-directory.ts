import { prune } from "#directory/prune.ts";
import type { Env } from "#env.ts";
import { getNow } from "#lib/get-now.ts";

/** Every five minutes: what has passed its time in the Directory. */
export async function pruneDirectory(env: Env): Promise<void> {
  await prune(env.DB, await getNow(env));
}
