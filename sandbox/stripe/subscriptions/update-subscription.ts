import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";
import { addInvoiceItems } from "./add-invoice-items.ts";
import { applyFields } from "./apply-fields.ts";
import { assertChangeable } from "./assert-changeable.ts";
import { changeItems } from "./change-items.ts";
import { endUnpaidTrial } from "./end-unpaid-trial.ts";
import { planRevision } from "./plan-revision.ts";
import { redeemDiscounts } from "./redeem-discounts.ts";
import { settleRevision } from "./settle-revision.ts";
import type { SubscriptionChange } from "./subscription-change.ts";
import { announceTrialEnded } from "./trial-will-end.ts";

/** Changes a subscription: what it says, what it is for, and what that costs now or with the next invoice. */
export function updateSubscription(ctx: Context, id: string, change: SubscriptionChange): Subscription {
  const before = ctx.db.subscriptions.get(id);
  assertChangeable(ctx, before, change);
  const now = ctx.now(before.customer);
  const discounts = redeemDiscounts(ctx, change.discounts, before) ?? before.discounts;
  const applied = { ...applyFields(ctx, before, change), discounts };
  const changed = changeItems(ctx, applied, change.items ?? [], now);
  const isTrialEnded = change.trial_end === "now" && before.status === "trialing";
  const ended = isTrialEnded && endUnpaidTrial(ctx, { ...changed, trial_end: now });
  if (ended) {
    announceTrialEnded(ctx, before, now);
    return ended;
  }
  addInvoiceItems(ctx, before, change.add_invoice_items ?? []);
  const revision = planRevision(ctx, { before, after: changed, change, now });
  return settleRevision(ctx, { before, revision, change, now });
}
