import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";
import { changeInvoice } from "../invoices/change-invoice.ts";
import { invoicesOf } from "../invoices/lines-of.ts";
import { endScheduleOf } from "../schedules/finish-schedule.ts";
import { setTasks } from "./set-tasks.ts";

type Reason = NonNullable<Subscription["cancellation_details"]>["reason"];

/** It is over. Nothing more of what it still asks for is collected by itself. */
export function endSubscription(
  ctx: Context,
  before: Subscription,
  { reason }: { reason: Reason },
): Subscription {
  const { id, customer } = before;
  const now = ctx.now(customer);
  const none = { comment: null, feedback: null, feedback_option: null };
  const subscription = ctx.db.subscriptions.put({
    ...before,
    canceled_at: before.canceled_at ?? now,
    cancellation_details: { ...none, ...before.cancellation_details, reason },
    ended_at: now,
    pending_update: null,
    status: "canceled",
  });
  setTasks(ctx, subscription);
  ctx.unschedule("subscription.trial_will_end", id);
  stopCollecting(ctx, subscription);
  ctx.emit("customer.subscription.deleted", subscription, { customer });
  endScheduleOf(ctx, subscription);
  return subscription;
}

function stopCollecting(ctx: Context, subscription: Subscription): void {
  for (const { id, status } of invoicesOf(ctx.db, subscription)) {
    if (status !== "open") continue;
    ctx.unschedule("invoice.retry", id);
    changeInvoice(ctx, id, { auto_advance: false, next_payment_attempt: null });
  }
}
