import type { Context } from "../core/context.ts";
import { changeSubscription } from "./save-subscription.ts";

/** The pause of its payments is over. */
export function collectAgain(ctx: Context, id: string): void {
  if (ctx.db.subscriptions.find(id)?.pause_collection)
    changeSubscription(ctx, id, { pause_collection: null });
}
