import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";
import type { PayOutcome } from "../invoices/pay-outcome.ts";
import { assertPaid } from "./assert-paid.ts";
import { billCharges, leavePending } from "./bill-subscription.ts";
import { holdBack } from "./hold-back.ts";
import { keepPaymentMethod } from "./keep-payment-method.ts";
import { discardPendingUpdate, holdUpdate } from "./pending-update.ts";
import type { Revision } from "./plan-revision.ts";
import { saveSubscription } from "./save-subscription.ts";
import type { SubscriptionChange } from "./subscription-change.ts";
import { announceTrialEnd, announceTrialEnded } from "./trial-will-end.ts";

interface Settling {
  before: Subscription;
  revision: Revision;
  change: SubscriptionChange;
  now: number;
}

/** Bills what a change costs, now or with the next invoice, and keeps the change. */
export function settleRevision(ctx: Context, settling: Settling): Subscription {
  const { before, revision, change, now } = settling;
  const { charges, kept, isBilledNow } = revision;
  if (change.items && before.pending_update) discardPendingUpdate(ctx, before.id);
  const pending_update = change.items ? null : before.pending_update;
  const subscription = { ...revision.subscription, pending_update };
  if (isBilledNow && charges.length > 0)
    return billRevision(ctx, { ...settling, revision: { ...revision, subscription } });
  const debits = [...kept, ...leavePending(ctx, subscription, charges, now)];
  ctx.db.subscriptionRecords.change(before.id, { debits });
  return keep(ctx, subscription, before, now);
}

function billRevision(ctx: Context, { before, revision, change, now }: Settling): Subscription {
  const { subscription, charges, kept } = revision;
  const behavior = change.payment_behavior ?? "allow_incomplete";
  const isTentative = behavior === "pending_if_incomplete";
  if (!isTentative) ctx.db.subscriptions.put(subscription);
  const { result, held } = holdBack(ctx, () =>
    billCharges(ctx, subscription, charges, {
      reason: "subscription_update",
      sweepPending: !isTentative,
      finalize: subscription.collection_method === "send_invoice" ? "later" : "now",
      pay: behavior === "default_incomplete" ? "leave_open" : "attempt",
      offSession: change.off_session ?? false,
    }),
  );
  assertPaid(subscription, result, behavior);
  const isItem = ({ type }: { type: string }) => type === "invoiceitem.created";
  ctx.happenings.push(...held.filter((happening) => !isItem(happening)));
  const { invoice, outcome } = result;
  const debits = [...kept, ...result.debits];
  const after = {
    ...subscription,
    ...(outcome === "paid" ? keepPaymentMethod(ctx, subscription, invoice) : {}),
    discounts: result.discounts,
    latest_invoice: invoice.id,
    status: toStatus(subscription, outcome),
  };
  const isHeld = isTentative && outcome !== "paid" && outcome !== "draft";
  if (!isHeld) ctx.db.subscriptionRecords.change(before.id, { debits });
  const saved = isHeld
    ? holdUpdate(ctx, {
        before,
        after: { ...after, status: subscription.status },
        debits,
        invoice: invoice.id,
        now,
      })
    : keep(ctx, after, before, now);
  ctx.happenings.push(...held.filter(isItem));
  return saved;
}

function toStatus({ status, collection_method }: Subscription, outcome: PayOutcome): Subscription["status"] {
  if (outcome === "paid") return status === "past_due" || status === "unpaid" ? "active" : status;
  const isUnderWay = outcome === "processing" || outcome === "draft";
  if (isUnderWay || collection_method === "send_invoice" || status !== "active") return status;
  return "past_due";
}

function keep(ctx: Context, after: Subscription, before: Subscription, now: number): Subscription {
  const saved = saveSubscription(ctx, after, before);
  if (before.status === "trialing" && after.status !== "trialing") announceTrialEnded(ctx, before, now);
  else if (before.trial_end !== after.trial_end) announceTrialEnd(ctx, saved);
  return saved;
}
