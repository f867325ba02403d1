import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import { changePrice } from "./change-price.ts";

/** Frees the key for a price about to have it: no two prices share one. */
export function takeLookupKey(ctx: Context, key: string, transfer: boolean, except?: string): void {
  const [owner] = ctx.db.prices.where((price) => price.lookup_key === key && price.id !== except);
  if (!owner) return;
  if (!transfer)
    throw invalidRequest(`A price (\`${owner.id}\`) already uses that lookup key.`, { param: "lookup_key" });
  changePrice(ctx, owner.id, { lookup_key: null });
}
