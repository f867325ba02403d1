import type { Context } from "../core/context.ts";
import { inCapturedOrder } from "./captured-order.ts";
import { type Announcement, recordEvent } from "./record-event.ts";
import { sendBackwards } from "./send-backwards.ts";

/** Makes events of what happened in a transaction, and puts them on their way to the endpoints that want them. */
export function recordEvents(ctx: Context): void {
  const recorded = inCapturedOrder(ctx.happenings).map((happening: Announcement) =>
    recordEvent(ctx, happening),
  );
  const isShuffled = recorded.some(({ faults }) => faults.shuffle);
  if (isShuffled) sendBackwards(ctx.db, new Set(recorded.map(({ event }) => event.id)));
}
