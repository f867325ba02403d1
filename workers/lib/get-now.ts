import { type ClockSource, createClock } from "./clock.ts";

/** The product's time: the platform's, or the sandbox's where one is bound. */
export async function getNow(env: { CLOCK?: ClockSource }): Promise<number> {
  const clock = createClock(env.CLOCK);
  await clock.follow();
  return clock.now();
}
