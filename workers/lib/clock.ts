/** Where the product reads the time from, so that a sandbox can move it. Times are milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Waits `ms` of this clock's time; rejects when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A clock somewhere else, such as the sandbox's, which may be ahead and may run faster. */
export interface ClockSource {
  read(): Promise<{ now: number; speed: number }>;
}

export interface FollowingClock extends Clock {
  /** Reads the source again. Called once at each entry into the product; free without a source. */
  follow(): Promise<void>;
}

/** Whoever sleeps by another's clock looks at it this often, since it may be set meanwhile. Real milliseconds. */
const LOOK_AGAIN_MS = 50;

export function createClock(source?: ClockSource): FollowingClock {
  let reading = { now: 0, at: 0, speed: 1 };
  const now = () => reading.now + (Date.now() - reading.at) * reading.speed;
  const follow = async () => {
    if (source === undefined) return;
    const { now, speed } = await source.read();
    reading = { now, at: Date.now(), speed };
  };
  return {
    now,
    follow,
    async sleep(ms, signal) {
      if (source === undefined) return scheduler.wait(ms, { signal });
      const end = now() + ms;
      for (;;) {
        const left = end - now();
        if (left <= LOOK_AGAIN_MS * reading.speed)
          return scheduler.wait(toReal(left, reading.speed), { signal });
        await scheduler.wait(LOOK_AGAIN_MS, { signal });
        await follow();
      }
    },
  };
}

const toReal = (ms: number, speed: number) => (ms <= 0 ? 0 : ms / speed);
