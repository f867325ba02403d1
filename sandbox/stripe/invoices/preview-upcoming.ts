import type { Context } from "../core/context.ts";
import type { Invoice, Subscription } from "../core/objects.ts";
import { invoicesOf } from "./lines-of.ts";
import { rehearse } from "./rehearse.ts";
import { runUntilBilled } from "./run-until-billed.ts";
import { toPreview } from "./to-preview.ts";

/** The subscription's next invoice as things stand; null if it will have none. For `invoice.upcoming`. */
export function previewUpcoming(ctx: Context, subscription: Subscription): Invoice | null {
  const known = new Set(invoicesOf(ctx.db, subscription).map(({ id }) => id));
  return rehearse(ctx, () => {
    const invoice = runUntilBilled(ctx, subscription, ({ id }) => !known.has(id));
    return invoice ? toPreview(ctx, invoice) : null;
  });
}
