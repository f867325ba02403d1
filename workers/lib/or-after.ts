import type { Clock } from "./clock.ts";

/** Settles as `work` does, or as `late` does when that takes longer than `ms` of the clock's time. */
export async function orAfter<Value>(
  clock: Clock,
  ms: number,
  work: Promise<Value>,
  late: () => Value | Promise<Value>,
): Promise<Value> {
  const timer = new AbortController();
  const timeout = clock.sleep(ms, timer.signal).then(late);
  timeout.catch(() => {});
  try {
    return await Promise.race([work, timeout]);
  } finally {
    timer.abort();
  }
}
