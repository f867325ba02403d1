import { invalidRequest } from "../core/errors.ts";
import type { Subscription } from "../core/objects.ts";
import { addInterval } from "./add-interval.ts";
import type { NewSubscription } from "./new-subscription.ts";
import type { SubscriptionChange } from "./subscription-change.ts";

/** The parts of a subscription that are set as they are asked for. */

export function toBillingMode(
  given: NewSubscription["billing_mode"],
  now: number,
): Subscription["billing_mode"] {
  if (given?.type === "classic") return { type: "classic", flexible: null };
  const proration_discounts = given?.flexible?.proration_discounts ?? "included";
  return { type: "flexible", flexible: { proration_discounts }, updated_at: now };
}

export function toCollection(
  given: Pick<SubscriptionChange, "collection_method" | "days_until_due">,
  former: Pick<Subscription, "collection_method" | "days_until_due">,
): Pick<Subscription, "collection_method" | "days_until_due"> {
  const collection_method = given.collection_method ?? former.collection_method;
  const days_until_due = given.days_until_due ?? former.days_until_due;
  if (collection_method === "send_invoice") {
    if (days_until_due !== null) return { collection_method, days_until_due };
    throw invalidRequest(
      "When creating a subscription with collection_method `send_invoice`, `days_until_due` is required.",
      {
        param: "days_until_due",
      },
    );
  }
  if (given.days_until_due === undefined) return { collection_method, days_until_due: null };
  throw invalidRequest(
    "You may only specify `days_until_due` on subscriptions with `collection_method` set to `send_invoice`.",
    { param: "days_until_due" },
  );
}

export function toPaymentSettings(
  given: NewSubscription["payment_settings"],
  former: Subscription["payment_settings"] = null,
): Subscription["payment_settings"] {
  const before = former ?? {
    payment_method_options: null,
    payment_method_types: null,
    save_default_payment_method: "off",
  };
  return { ...before, ...given };
}

/** An interval for pending items, and when the first such invoice comes: counted from the anchor, as periods are. */
export function toPendingInterval(
  interval: Subscription["pending_invoice_item_interval"],
  anchor: number,
  now: number,
): Pick<Subscription, "pending_invoice_item_interval" | "next_pending_invoice_item_invoice"> {
  const next = interval && addInterval(Math.min(anchor, now), interval);
  return { pending_invoice_item_interval: interval, next_pending_invoice_item_invoice: next };
}
