import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";
import { markUncollectible } from "../invoices/mark-uncollectible.ts";
import { onlyOf, pendingItemsOf } from "../invoices/pending-items.ts";
import { voidInvoice } from "../invoices/void-invoice.ts";
import { enterDuePhase } from "../schedules/advance-schedule.ts";
import { billCharges } from "./bill-subscription.ts";
import type { Charge } from "./charge.ts";
import { chargeUsage } from "./charge-usage.ts";
import { endSubscription } from "./end-subscription.ts";
import { endUnpaidTrial } from "./end-unpaid-trial.ts";
import { holdBack } from "./hold-back.ts";
import { renewItems } from "./renew-items.ts";
import { saveSubscription } from "./save-subscription.ts";
import { setTasks } from "./set-tasks.ts";
import { hasEnded } from "./statuses.ts";

/** What its time has brought a subscription: its end, the end of its trial, or its next period. */
export function renewSubscription(ctx: Context, id: string): void {
  const former = ctx.db.subscriptions.find(id);
  if (!former || hasEnded(former)) return;
  enterDuePhase(ctx, former);
  const subscription = ctx.db.subscriptions.get(id);
  if (hasEnded(subscription)) return;
  const now = ctx.now(subscription.customer);
  if (subscription.cancel_at !== null && subscription.cancel_at <= now) endAsPlanned(ctx, subscription, now);
  else if (subscription.status === "incomplete" || subscription.status === "paused") return;
  else if (isTrialOver(subscription, now)) endTrial(ctx, subscription, now);
  else if (subscription.items.data.some((item) => item.current_period_end <= now))
    startPeriod(ctx, subscription, now);
  else setTasks(ctx, subscription);
}

const isTrialOver = ({ status, trial_end }: Subscription, now: number) =>
  status === "trialing" && trial_end !== null && trial_end <= now;

function endTrial(ctx: Context, subscription: Subscription, now: number): void {
  if (!endUnpaidTrial(ctx, subscription)) startPeriod(ctx, { ...subscription, status: "active" }, now);
}

function startPeriod(ctx: Context, former: Subscription, now: number): void {
  const { subscription, charges } = renewItems(ctx, former, now);
  const { held, result } = holdBack(ctx, () => billCycle(ctx, subscription, charges));
  const { debits } = ctx.db.subscriptionRecords.get(former.id);
  const running = debits.filter(({ end }) => end > now);
  ctx.db.subscriptionRecords.change(former.id, { debits: [...running, ...result.debits] });
  const { invoice, discounts } = result;
  saveSubscription(ctx, { ...subscription, discounts, latest_invoice: invoice.id });
  ctx.happenings.push(...held);
}

/** An invoice that is charged in an hour, unless payments are paused or given up. */
function billCycle(ctx: Context, subscription: Subscription, charges: Charge[]) {
  const { pause_collection, status } = subscription;
  const isKept = pause_collection?.behavior === "keep_as_draft" || status === "unpaid";
  const isDiscarded = pause_collection !== null && !isKept;
  const result = billCharges(ctx, subscription, charges, {
    reason: "subscription_cycle",
    sweepPending: true,
    finalize: isKept ? "never" : isDiscarded ? "now" : "later",
    pay: isDiscarded ? "leave_open" : "attempt",
    offSession: true,
  });
  const { id, status: reached } = result.invoice;
  if (reached === "open" && pause_collection?.behavior === "void") voidInvoice(ctx, id);
  else if (reached === "open" && isDiscarded) markUncollectible(ctx, id);
  return result;
}

/** What was used and what waits is still asked for. */
function endAsPlanned(ctx: Context, subscription: Subscription, now: number): void {
  const { id, customer, items } = subscription;
  const usage = chargeUsage(ctx, subscription, items.data, now);
  const isLastInvoice = usage.length > 0 || pendingItemsOf(ctx, onlyOf(customer, id)).length > 0;
  if (!isLastInvoice) {
    endSubscription(ctx, subscription, { reason: "cancellation_requested" });
    return;
  }
  const { held, result } = holdBack(ctx, () => billCycle(ctx, subscription, usage));
  const last = { ...subscription, latest_invoice: result.invoice.id };
  endSubscription(ctx, last, { reason: "cancellation_requested" });
  ctx.happenings.push(...held);
}
