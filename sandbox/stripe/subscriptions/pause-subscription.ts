import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Subscription } from "../core/objects.ts";
import { billCharges, leavePending } from "./bill-subscription.ts";
import type { Charge } from "./charge.ts";
import { chargeUsage } from "./charge-usage.ts";
import { pauseBecause } from "./pause-because.ts";
import type { Pause } from "./pause-endpoint.ts";
import { creditItem } from "./prorations.ts";

/** Stops a subscription until it is resumed, and gives back what was paid for the time that is left. */
export function pauseSubscription(ctx: Context, id: string, pause: Pause): Subscription {
  const before = ctx.db.subscriptions.get(id);
  assertPausable(before);
  const now = ctx.now(before.customer);
  const charges = toCharges(ctx, before, pause, now);
  ctx.db.subscriptionRecords.change(id, { debits: [] });
  if (pause.invoicing_behavior !== "invoice" || charges.length === 0) {
    leavePending(ctx, before, charges, now);
    return pauseBecause(ctx, before, "pause_requested");
  }
  const { invoice } = billCharges(ctx, before, charges, {
    reason: "subscription_update",
    sweepPending: true,
    finalize: "now",
    pay: "attempt",
    offSession: false,
  });
  return pauseBecause(ctx, { ...before, latest_invoice: invoice.id }, "pause_requested");
}

function assertPausable({ billing_mode, schedule, status }: Subscription): void {
  if (billing_mode.type !== "flexible")
    throw invalidRequest("Only subscriptions with `billing_mode[type]=flexible` can be paused.");
  if (schedule !== null) throw invalidRequest("A subscription with a schedule cannot be paused.");
  if (!["active", "past_due", "trialing"].includes(status))
    throw invalidRequest(`A subscription with the status \`${status}\` cannot be paused.`);
}

function toCharges(ctx: Context, subscription: Subscription, { bill_for }: Pause, now: number): Charge[] {
  const items = subscription.items.data;
  const { debits } = ctx.db.subscriptionRecords.get(subscription.id);
  const from = bill_for?.unused_time_from?.type ?? "now";
  const usage =
    bill_for?.outstanding_usage_through?.type === "none" ? [] : chargeUsage(ctx, subscription, items, now);
  const credits =
    from === "none"
      ? []
      : items.flatMap((item) =>
          creditItem(ctx, item, debits, from === "now" ? now : item.current_period_start),
        );
  return [...usage, ...credits];
}
