import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";

/** A draft that advances by itself is finalized at its time; another one waits. */
export function scheduleFinalization(
  ctx: Context,
  { id, customer, automatically_finalizes_at: at }: Invoice,
): void {
  if (at === null) ctx.unschedule("invoice.finalize", id);
  else ctx.schedule("invoice.finalize", id, at, customer);
}
