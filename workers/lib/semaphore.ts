import type { Clock } from "./clock.ts";
import { FairQueue, type Turn } from "./fair-queue.ts";
import { orAfter } from "./or-after.ts";

interface Waiting extends Turn {
  enter(): void;
}

interface SemaphoreOptions {
  places: number;
  /** How many of the places jobs may hold. */
  placesForJobs: number;
  clock: Clock;
}

/** Lets so many run at once; the rest take turns. */
export class Semaphore {
  readonly #options: SemaphoreOptions;
  readonly #queue = new FairQueue<Waiting>();
  readonly #running = { person: 0, job: 0 };

  constructor(options: SemaphoreOptions) {
    this.#options = options;
  }

  /** `late` makes the error for a task whose turn has not come within `waitMs`. */
  async run<Result>(
    turn: Turn,
    waitMs: number,
    late: () => Error,
    task: () => Promise<Result>,
  ): Promise<Result> {
    if (this.#hasRoom(turn)) this.#running[turn.lane] += 1;
    else await this.#wait(turn, waitMs, late);
    try {
      return await task();
    } finally {
      this.#running[turn.lane] -= 1;
      this.#admit();
    }
  }

  #wait({ key, lane }: Turn, waitMs: number, late: () => Error): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const waiting = { key, lane, enter: resolve };
    this.#queue.add(waiting);
    return orAfter(this.#options.clock, waitMs, promise, () => {
      // Its turn may have come in this very moment.
      if (this.#queue.removeWhere((one) => one === waiting).length === 0) return;
      throw late();
    });
  }

  #hasRoom({ lane }: Turn): boolean {
    const { person, job } = this.#running;
    const { places, placesForJobs } = this.#options;
    return person + job < places && (lane === "person" || job < placesForJobs);
  }

  #admit(): void {
    const next = this.#queue.next((waiting) => this.#hasRoom(waiting));
    if (next === undefined) return;
    this.#running[next.lane] += 1;
    next.enter();
  }
}
