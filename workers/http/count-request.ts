import { consumeRate } from "#directory/consume-rate.ts";
import type { Env } from "#env.ts";

const RATE = { requests: 100, seconds: 60 };

/** What a person may ask for in a minute, wherever they ask. */
export function countRequest(env: Env, userId: string, now: number): Promise<void> {
  return consumeRate(env.DB, `api/${userId}`, RATE, now);
}
