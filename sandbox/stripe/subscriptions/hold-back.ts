import type { Context, Happening } from "../core/context.ts";

/** Runs `action` and takes back what it reported: for events that Stripe sends in another order. */
export function holdBack<Result>(ctx: Context, action: () => Result): { result: Result; held: Happening[] } {
  const before = ctx.happenings.length;
  const result = action();
  return { result, held: ctx.happenings.splice(before) };
}
