export interface Budget {
  key: string;
  limit: number;
  windowMs: number;
}

/**
 * Sliding windows: a request is admitted if every budget has room, and only then counts against each of them. Where the clock
 * was set back, what is of its future does not count.
 */
export class Limiter {
  readonly #admitted = new Map<string, number[]>();

  /** Milliseconds until the next request would be admitted; 0 if this one is. */
  admit(budgets: Budget[], now: number): number {
    const wait = Math.max(0, ...budgets.map((budget) => this.#waitFor(budget, now)));
    if (wait === 0) for (const { key } of budgets) this.#admitted.get(key)?.push(now);
    return wait;
  }

  #waitFor({ key, limit, windowMs }: Budget, now: number): number {
    const recent = (this.#admitted.get(key) ?? []).filter((at) => at > now - windowMs && at <= now);
    this.#admitted.set(key, recent);
    const blocker = recent.at(-limit);
    return blocker === undefined || recent.length < limit ? 0 : blocker + windowMs - now;
  }
}
