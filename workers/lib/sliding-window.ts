export interface WindowLimit {
  requests: number;
  seconds: number;
}

/** Counts requests in a sliding window. Kept in memory: what an eviction forgets is seconds old. */
export class SlidingWindow {
  readonly #limit: WindowLimit;
  readonly #taken: number[] = [];
  #head = 0;

  constructor(limit: WindowLimit) {
    this.#limit = limit;
  }

  /** Takes a place and returns 0, or takes none and returns the milliseconds until one is free. */
  take(now: number): number {
    const span = this.#limit.seconds * 1_000;
    while (this.#head < this.#taken.length && this.#at(this.#head) <= now - span) this.#head += 1;
    if (this.#head > 1_024 && this.#head * 2 > this.#taken.length) this.#forget();
    if (this.#taken.length - this.#head >= this.#limit.requests) return this.#at(this.#head) + span - now;
    this.#taken.push(now);
    return 0;
  }

  #at(index: number): number {
    return this.#taken[index] ?? 0;
  }

  #forget(): void {
    this.#taken.splice(0, this.#head);
    this.#head = 0;
  }
}
