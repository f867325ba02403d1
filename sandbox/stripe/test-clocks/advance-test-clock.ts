import { z } from "zod";
import type { Context } from "../core/context.ts";
import type { Database } from "../core/database.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import type { TestClock } from "../core/objects.ts";
import { addInterval } from "../subscriptions/add-interval.ts";
import { Timestamp } from "../wire/parameters.ts";

const Params = z.strictObject({ frozen_time: Timestamp });

const readyTask = "test_clock.ready";

export const advanceTestClock = endpoint(
  "POST",
  "/v1/test_helpers/test_clocks/:clock/advance",
  Params,
  (ctx, { frozen_time }, ids) => startAdvance(ctx, ids.clock, frozen_time),
);

/** Answers while the clock is on its way; all that is due on the way follows at once, in its order. */
export function startAdvance(ctx: Context, id: string, target: number): TestClock {
  const before = ctx.db.testClocks.get(id);
  assertReachable(ctx.db, before, target);
  const clock = ctx.db.testClocks.change(id, {
    status: "advancing",
    status_details: { advancing: { target_frozen_time: target } },
  });
  ctx.emit("test_helpers.test_clock.advancing", clock);
  arriveAt(ctx, id, target);
  return clock;
}

/** Ends the journey, unless something else is due at the same moment: that comes first. */
export function makeReady(ctx: Context, id: string): void {
  const next = ctx.db.agenda.next(id);
  const target = ctx.now();
  if (next && next.at <= target) arriveAt(ctx, id, target);
  else {
    const clock = ctx.db.testClocks.change(id, { frozen_time: target, status: "ready", status_details: {} });
    ctx.emit("test_helpers.test_clock.ready", clock);
  }
}

function arriveAt({ db }: Context, clock: string, at: number): void {
  db.tasks.put({ id: `${readyTask} ${clock}`, kind: readyTask, object: clock, at, clock });
}

function assertReachable(db: Database, { id, frozen_time }: TestClock, target: number): void {
  const refuse = (message: string) => invalidRequest(message, { param: "frozen_time" });
  if (target <= frozen_time)
    throw refuse("The new frozen_time must be after the test clock's current frozen_time.");
  const intervals = intervalsOn(db, id);
  const limits = intervals.map((interval) => addInterval(frozen_time, interval, 2));
  if (target > Math.min(...limits, addInterval(frozen_time, { interval: "year", interval_count: 1 }, 2)))
    throw refuse(
      intervals.length > 0
        ? "You cannot advance a test clock by more than two intervals of its shortest subscription at once."
        : "You cannot advance a test clock without subscriptions by more than two years at once.",
    );
}

function intervalsOn(db: Database, clock: string) {
  const subscriptions = db.subscriptions
    .by("test_clock", clock)
    .filter(({ status }) => status !== "canceled" && status !== "incomplete_expired");
  return subscriptions.flatMap(({ items }) => items.data.flatMap(({ price }) => price.recurring ?? []));
}
