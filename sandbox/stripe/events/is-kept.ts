import type { Context } from "../core/context.ts";

const keptFor = 30 * 24 * 60 * 60;

/** Events can be asked for during 30 days. */
export function isKept(ctx: Context, { id }: { id: string }): boolean {
  const recorded = ctx.db.eventRecords.find(id)?.recorded_at ?? 0;
  return ctx.wall() - recorded <= keptFor;
}
