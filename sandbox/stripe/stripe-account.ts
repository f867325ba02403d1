import { Limiter } from "#sandbox/limiter.ts";
import type { Store } from "#sandbox/store.ts";
import { type Cause, Context } from "./core/context.ts";
import { Database } from "./core/database.ts";
import { StripeError } from "./core/errors.ts";
import { runDueTasks } from "./core/run-due-tasks.ts";
import { recordEvents } from "./events/record-events.ts";
import { taskHandlers } from "./tasks.ts";

/** One Stripe account: what it holds, and the one way in which that changes. */
export class StripeAccount {
  readonly db: Database;
  readonly limiter = new Limiter();
  /** The idempotency keys whose requests are under way. */
  readonly heldKeys = new Set<string>();

  constructor(store: Store, id: string) {
    this.db = new Database(store, id);
  }

  newRequestId(): string {
    const id = this.db.newId("req_", 14);
    this.db.commit();
    return id;
  }

  /** Does what time has brought. `now` is in milliseconds. */
  catchUp(now: number): void {
    const wall = toSeconds(now);
    runDueTasks({ db: this.db, wall, handlers: taskHandlers, tell: recordEvents });
    for (const index of Object.values(this.db.search)) index.note(wall);
  }

  /** Runs one action after all that was due before it. All of what it did is kept, or nothing. */
  act<Result>(now: number, cause: Cause, action: (ctx: Context) => Result): Result {
    this.catchUp(now);
    const ctx = new Context(this.db, cause, { wall: toSeconds(now), at: null });
    try {
      const result = action(ctx);
      this.#keep(ctx);
      this.catchUp(now);
      return result;
    } catch (error) {
      if (error instanceof StripeError && error.keepsChanges) this.#keep(ctx);
      else this.db.rollback();
      throw error;
    }
  }

  #keep(ctx: Context): void {
    recordEvents(ctx);
    this.db.commit();
  }
}

const toSeconds = (ms: number) => Math.floor(ms / 1000);
