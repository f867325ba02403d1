import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";
import { collectionSettings } from "../invoices/collection-settings.ts";
import { hasEnded } from "./statuses.ts";

const hour = 3600;

/** How long a first invoice, or one that a change waits for, may stay unpaid. */
export const timeToPay = 23 * hour;

/** Schedules what will happen to a subscription by itself, as it is now. */
export function setTasks(ctx: Context, subscription: Subscription): void {
  const tasks = { ...toTasks(subscription), "subscription.announce": toAnnouncement(ctx, subscription) };
  for (const [kind, at] of Object.entries(tasks))
    if (at === null) ctx.unschedule(kind, subscription.id);
    else ctx.schedule(kind, subscription.id, at, subscription.customer);
}

function toTasks(subscription: Subscription): Record<string, number | null> {
  const isOver = hasEnded(subscription);
  const isBilled = !isOver && subscription.status !== "incomplete" && subscription.status !== "paused";
  return {
    "subscription.due": isBilled ? nextDue(subscription) : isOver ? null : subscription.cancel_at,
    "subscription.expire": subscription.status === "incomplete" ? subscription.created + timeToPay : null,
    // While it is paused, a resumption may wait to be paid.
    ...(subscription.status === "paused"
      ? {}
      : { "subscription.discard_update": isOver ? null : (subscription.pending_update?.expires_at ?? null) }),
    "subscription.collect_again": isOver ? null : (subscription.pause_collection?.resumes_at ?? null),
    "subscription.pending_items": isBilled ? subscription.next_pending_invoice_item_invoice : null,
  };
}

const announced = ["active", "past_due", "trialing"];

/** Some days before the next invoice, unless that time is past. */
function toAnnouncement(ctx: Context, subscription: Subscription): number | null {
  if (!announced.includes(subscription.status)) return null;
  const at = nextDue(subscription) - collectionSettings(ctx.db).upcoming_days * 86_400;
  return at > ctx.now(subscription.customer) ? at : null;
}

function nextDue({ items, cancel_at }: Subscription): number {
  const ends = items.data.map(({ current_period_end }) => current_period_end);
  return Math.min(...ends, cancel_at ?? Infinity);
}
