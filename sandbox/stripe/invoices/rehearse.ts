import type { Context } from "../core/context.ts";

/** What `action` would answer: all that it does and reports is taken back. */
export function rehearse<Result>(ctx: Context, action: () => Result): Result {
  const mark = ctx.db.mark();
  const told = ctx.happenings.length;
  try {
    return action();
  } finally {
    ctx.db.rollbackTo(mark);
    ctx.happenings.length = told;
  }
}
