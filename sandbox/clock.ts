import { z } from "zod";
import type { Store } from "./store.ts";

const ClockState = z.object({ base: z.number(), realBase: z.number(), speed: z.number() });
type ClockState = z.infer<typeof ClockState>;

/** What the product sees of the clock. `now` is in milliseconds since the epoch; `speed` 0 means it stands still. */
export interface ClockReading {
  now: number;
  speed: number;
}

/** The sandbox's own time: `base` plus the real time since `realBase`, stretched by `speed`. */
export class SandboxClock {
  readonly #store: Store;
  #state: ClockState;

  constructor(store: Store) {
    this.#store = store;
    const saved = store.all("clock", "")[0];
    this.#state = saved ? ClockState.parse(saved) : { base: 0, realBase: 0, speed: 1 };
  }

  now(): number {
    const { base, realBase, speed } = this.#state;
    return Math.floor(base + (Date.now() - realBase) * speed);
  }

  read(): ClockReading {
    return { now: this.now(), speed: this.#state.speed };
  }

  set(change: Partial<ClockReading>): void {
    const { now, speed } = { ...this.read(), ...change };
    this.#state = { base: now, realBase: Date.now(), speed };
    this.#store.put("clock", "", "clock", this.#state);
  }
}
