import type { Env } from "#env.ts";
import { createClock } from "#lib/clock.ts";

/** The product's time: the platform's, or the sandbox's where one is bound. */
export async function getNow(env: Env): Promise<number> {
  const clock = createClock(env.CLOCK);
  await clock.follow();
  return clock.now();
}
