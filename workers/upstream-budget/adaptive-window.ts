import type { WindowLimit } from "#lib/sliding-window.ts";

/** Requests arrive upstream later than they get their place, and not all by the same time. */
const SLACK_MS = 500;
/** A limit that was halved is whole again after this long. */
const RECOVERY_MS = 120_000;
const SMALLEST_SHARE = 1 / 8;
/** An upstream that asks for more than this is asked again anyway. */
const MAX_PAUSE_MS = 5 * 60_000;

/**
 * A sliding window whose limit halves when the upstream refuses all the same, and grows back steadily. In memory only:
 * an object sleeps after as long as the window spans, so what it forgets is over.
 */
export class AdaptiveWindow {
  readonly #limit: WindowLimit;
  readonly #spanMs: number;
  #taken: number[] = [];
  #share = 1;
  #slowedAt = Number.NEGATIVE_INFINITY;
  #pausedUntil = 0;

  constructor(limit: WindowLimit) {
    this.#limit = limit;
    this.#spanMs = limit.seconds * 1_000 + SLACK_MS;
  }

  /** Milliseconds until a place is free when `ahead` others take theirs first and `spare` are left alone; 0: now. */
  waitFor(now: number, { ahead = 0, spareShare = 0 } = {}): number {
    this.#forget(now);
    const requests = Math.max(1, Math.floor(this.#limit.requests * this.#shareAt(now) * (1 - spareShare)));
    const taken = this.#taken.length;
    const paused = Math.min(MAX_PAUSE_MS, Math.max(0, this.#pausedUntil - now));
    // Whose place it takes: one that was taken, or the one that somebody ahead will take there, so many windows later.
    const before = taken + ahead - requests;
    if (before < 0) return paused;
    const rounds = Math.max(0, Math.ceil((before - taken + 1) / requests));
    const freeAt = (this.#taken[before - rounds * requests] ?? now) + rounds * this.#spanMs;
    return Math.max(paused, freeAt + this.#spanMs - now);
  }

  take(now: number): void {
    this.#taken.push(now);
  }

  /** Requests that were under way together are refused together, and count once. */
  slowDown(now: number, retryAfterMs: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, now + Math.min(retryAfterMs, MAX_PAUSE_MS));
    if (this.wasSlowed(now)) return;
    this.#share = Math.max(SMALLEST_SHARE, this.#shareAt(now) / 2);
    this.#slowedAt = now;
  }

  /** Within the last span. */
  wasSlowed(now: number): boolean {
    return now >= this.#slowedAt && now < this.#slowedAt + this.#spanMs;
  }

  #shareAt(now: number): number {
    return Math.min(1, this.#share + Math.max(0, now - this.#slowedAt) / (2 * RECOVERY_MS));
  }

  #forget(now: number): void {
    // A sandbox may set its clock back: what has not happened yet does not count.
    const isRecent = (at: number | undefined) => at === undefined || (at > now - this.#spanMs && at <= now);
    if (isRecent(this.#taken[0]) && isRecent(this.#taken.at(-1))) return;
    this.#taken = this.#taken.filter(isRecent);
  }
}
