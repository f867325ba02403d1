import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import type { Subscription } from "../core/objects.ts";
import { toList } from "../wire/list.ts";
import { isWithin, listFields, RangeFilter, Text } from "../wire/parameters.ts";
import { hasEnded, minPeriodEnd } from "./statuses.ts";

const Params = z.strictObject({
  ...listFields,
  collection_method: z.enum(["charge_automatically", "send_invoice"]).optional(),
  created: RangeFilter,
  current_period_end: RangeFilter,
  current_period_start: RangeFilter,
  customer: Text.optional(),
  plan: Text.optional(),
  price: Text.optional(),
  status: z
    .enum([
      "active",
      "all",
      "canceled",
      "ended",
      "incomplete",
      "incomplete_expired",
      "past_due",
      "paused",
      "trialing",
      "unpaid",
    ])
    .optional(),
  test_clock: Text.optional(),
});
type Filter = z.output<typeof Params>;

export const listSubscriptions = endpoint("GET", "/v1/subscriptions", Params, (ctx, filter) =>
  toList(
    "/v1/subscriptions",
    ctx.db.subscriptions.where((subscription) => isListed(subscription, filter)),
    filter,
    ctx.db.subscriptions,
  ),
);

function isListed(subscription: Subscription, filter: Filter): boolean {
  const { customer, collection_method, test_clock } = filter;
  const price = filter.price ?? filter.plan;
  const items = subscription.items.data;
  const start = Math.max(...items.map(({ current_period_start }) => current_period_start));
  return (
    hasStatus(subscription, filter.status) &&
    isWithin(filter.created, subscription.created) &&
    isWithin(filter.current_period_start, start) &&
    isWithin(filter.current_period_end, minPeriodEnd(subscription)) &&
    (!customer || subscription.customer === customer) &&
    (!collection_method || subscription.collection_method === collection_method) &&
    (test_clock ? subscription.test_clock === test_clock : Boolean(customer) || !subscription.test_clock) &&
    (!price || items.some((item) => item.price.id === price))
  );
}

/** Canceled ones are not shown unless they are asked for. */
function hasStatus(subscription: Subscription, wanted: Filter["status"]): boolean {
  if (wanted === "all") return true;
  if (wanted === "ended") return hasEnded(subscription);
  return wanted ? subscription.status === wanted : subscription.status !== "canceled";
}
