import { DurableObject } from "cloudflare:workers";
import type { Env } from "#env.ts";
import { createClock } from "#lib/clock.ts";
import { Budget, type PlaceRequest } from "./budget.ts";

/** Stands between all organizations and one upstream account, or one address that several accounts are reached by. */
export class UpstreamBudget extends DurableObject<Env> {
  readonly #clock = createClock(this.env.CLOCK);
  readonly #budget = new Budget(this.#clock);

  async take(request: PlaceRequest): Promise<number> {
    await this.#clock.follow();
    return this.#budget.take(request);
  }

  async slowDown(account: string, retryAfterMs: number): Promise<void> {
    await this.#clock.follow();
    this.#budget.slowDown(account, retryAfterMs);
  }
}
