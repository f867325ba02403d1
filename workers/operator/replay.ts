import { replayEvent } from "#billing/reconcile/replay-events.ts";
import { hasEvent } from "#directory/operator/list-events.ts";
import type { Env } from "#env.ts";
import { AppError } from "#errors.ts";

/** Reads an event from Stripe again and does what it sets off, whatever became of it before. */
export async function replay({ env, now }: { env: Env; now: number }, event: string) {
  if (!(await hasEvent(env.DB, event))) throw new AppError("not_found", "No event with this id has come in.");
  return { outcome: await replayEvent({ env, now }, event) };
}
