/** Where the product reads the time from, so that a sandbox can move it. Times are milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Waits `ms` of this clock's time. */
  sleep(ms: number): Promise<void>;
}

/** A clock somewhere else, such as the sandbox's, which may be ahead and may run faster. */
export interface ClockSource {
  read(): Promise<{ now: number; speed: number }>;
}

export interface FollowingClock extends Clock {
  /** Reads the source again. Called once at each entry into the product; free without a source. */
  follow(): Promise<void>;
}

export function createClock(source?: ClockSource): FollowingClock {
  let reading = { now: 0, at: 0, speed: 1 };
  const now = () => reading.now + (Date.now() - reading.at) * reading.speed;
  return {
    now,
    sleep: (ms) => scheduler.wait(ms / reading.speed),
    async follow() {
      if (source === undefined) return;
      const { now, speed } = await source.read();
      reading = { now, at: Date.now(), speed };
    },
  };
}
