import type { Clock } from "#lib/clock.ts";
import { FairQueue, type Turn } from "#lib/fair-queue.ts";
import type { WindowLimit } from "#lib/sliding-window.ts";
import { AdaptiveWindow } from "./adaptive-window.ts";

/** A place for one request. Its turn is its organization's: they share what is left of the budget evenly. */
export interface PlaceRequest extends Turn {
  /** A keyed hash: which account it is, nobody here needs to know. */
  account: string;
  limits: BudgetLimits;
  waitMs: number;
}

export interface BudgetLimits {
  account: WindowLimit;
  /** Where all requests leave by the address that this budget is of. */
  address?: WindowLimit;
}

interface Waiting extends Turn {
  windows: AdaptiveWindow[];
  until: number;
  answer(wait: number): void;
}

/** Jobs leave this much of each window to people, who may come at any moment. */
export const SHARE_FOR_PEOPLE = 1 / 3;
const LOOK_AGAIN_MS = 100;

/** What may be sent to one upstream: per account, and all together by one address. */
export class Budget {
  readonly #clock: Clock;
  readonly #accounts = new Map<string, AdaptiveWindow>();
  #address: AdaptiveWindow | null = null;
  readonly #queue = new FairQueue<Waiting>();
  #isServing = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Takes a place in every window that the request counts in, or in none. Resolves with 0 once it is taken, or with the
   * milliseconds after which to ask again: at once if the wait would be longer than `waitMs`, else when that has passed.
   */
  take({ account, key, lane, limits, waitMs }: PlaceRequest): Promise<number> {
    const now = this.#clock.now();
    const windows = this.#getWindows(account, limits);
    const ahead = (window: AdaptiveWindow) =>
      this.#queue.countAhead({ key, lane }, (other) => other.windows.includes(window));
    const wait = Math.max(...windows.map((window) => toWait(window, lane, now, ahead(window))));
    if (wait > waitMs) return Promise.resolve(wait);
    const { promise, resolve } = Promise.withResolvers<number>();
    this.#queue.add({ key, lane, windows, until: now + waitMs, answer: resolve });
    this.#serve();
    void this.#keepServing();
    return promise;
  }

  /** An upstream does not say whose limit was passed. Two accounts that are refused together point to the address. */
  slowDown(account: string, retryAfterMs: number): void {
    const now = this.#clock.now();
    const others = [...this.#accounts].filter(([other]) => other !== account);
    this.#accounts.get(account)?.slowDown(now, retryAfterMs);
    if (others.some(([, window]) => window.wasSlowed(now))) this.#address?.slowDown(now, retryAfterMs);
  }

  #getWindows(account: string, limits: BudgetLimits): AdaptiveWindow[] {
    const known = this.#accounts.get(account);
    const window = known ?? new AdaptiveWindow(limits.account);
    if (known === undefined) this.#accounts.set(account, window);
    if (limits.address === undefined) return [window];
    this.#address ??= new AdaptiveWindow(limits.address);
    return [window, this.#address];
  }

  /** Looks often rather than reckoning when: windows widen and narrow, and a sandbox moves the clock. */
  async #keepServing(): Promise<void> {
    if (this.#isServing) return;
    this.#isServing = true;
    try {
      while (this.#queue.size > 0) {
        await this.#clock.sleep(LOOK_AGAIN_MS);
        this.#serve();
      }
    } finally {
      this.#isServing = false;
    }
  }

  #serve(): void {
    const now = this.#clock.now();
    const mayGo = (waiting: Waiting) => toWaitOfAll(waiting, now) === 0;
    for (let next = this.#queue.next(mayGo); next !== undefined; next = this.#queue.next(mayGo)) {
      for (const window of next.windows) window.take(now);
      next.answer(0);
    }
    for (const late of this.#queue.removeWhere(({ until }) => until <= now)) {
      late.answer(toWaitOfAll(late, now));
    }
  }
}

function toWaitOfAll({ lane, windows }: Waiting, now: number): number {
  return Math.max(...windows.map((window) => toWait(window, lane, now)));
}

function toWait(window: AdaptiveWindow, lane: Turn["lane"], now: number, ahead = 0): number {
  return window.waitFor(now, { ahead, spareShare: lane === "job" ? SHARE_FOR_PEOPLE : 0 });
}
