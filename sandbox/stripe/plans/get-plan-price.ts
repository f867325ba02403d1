import type { Context } from "../core/context.ts";
import { noSuch } from "../core/errors.ts";
import type { Price } from "../core/objects.ts";

/** The price that a plan's id names: the two are one thing, called by an older name. */
export function getPlanPrice({ db }: Context, id: string): Price {
  const price = db.prices.find(id);
  if (!price?.recurring) throw noSuch("plan", id);
  return price;
}
