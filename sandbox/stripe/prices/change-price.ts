import type { Context } from "../core/context.ts";
import type { Price } from "../core/objects.ts";
import { toPlan } from "./to-plan.ts";

/** Changes a price and reports it, of one that recurs under its older name too. */
export function changePrice(ctx: Context, id: string, changes: Partial<Price>): Price {
  const before = ctx.db.prices.get(id);
  const price = ctx.db.prices.change(id, changes);
  if (price.recurring) ctx.emit("plan.updated", toPlan(price), { before: toPlan(before) });
  ctx.emit("price.updated", price, { before });
  return price;
}
