import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { noSuch } from "../core/errors.ts";
import type { Subscription, SubscriptionItem } from "../core/objects.ts";
import { toList } from "../wire/list.ts";
import { Bool, listFields, Text, Timestamp } from "../wire/parameters.ts";
import { itemFields, PaymentBehavior, ProrationBehavior } from "./subscription-params.ts";
import { updateSubscription } from "./update-subscription.ts";

const how = {
  payment_behavior: PaymentBehavior.optional(),
  proration_behavior: ProrationBehavior.optional(),
  proration_date: Timestamp.optional(),
};

const createItem = endpoint(
  "POST",
  "/v1/subscription_items",
  z.strictObject({ ...itemFields, ...how, subscription: Text }),
  (ctx, { subscription, payment_behavior, proration_behavior, proration_date, ...item }) => {
    const { id } = ctx.db.subscriptions.get(subscription, "subscription");
    const change = { payment_behavior, proration_behavior, proration_date, items: [item] };
    return updateSubscription(ctx, id, change).items.data.at(-1) ?? {};
  },
);

const retrieveItem = endpoint(
  "GET",
  "/v1/subscription_items/:item",
  z.strictObject({}),
  (ctx, _, ids) => getItem(ctx, ids.item).item,
);

const updateItem = endpoint(
  "POST",
  "/v1/subscription_items/:item",
  z.strictObject({ ...itemFields, ...how, off_session: Bool.optional() }),
  (ctx, { payment_behavior, proration_behavior, proration_date, off_session, ...item }, ids) => {
    const { subscription } = getItem(ctx, ids.item);
    const items = [{ ...item, id: ids.item }];
    const change = { payment_behavior, proration_behavior, proration_date, off_session, items };
    updateSubscription(ctx, subscription.id, change);
    return getItem(ctx, ids.item).item;
  },
);

const deleteItem = endpoint(
  "DELETE",
  "/v1/subscription_items/:item",
  z.strictObject({ ...how, clear_usage: Bool.optional() }),
  (ctx, { clear_usage, ...change }, { item: id }) => {
    const { subscription } = getItem(ctx, id);
    updateSubscription(ctx, subscription.id, { ...change, items: [{ id, deleted: true, clear_usage }] });
    return { id, object: "subscription_item", deleted: true };
  },
);

const listItems = endpoint(
  "GET",
  "/v1/subscription_items",
  z.strictObject({ ...listFields, subscription: Text }),
  (ctx, { subscription, ...page }) => {
    const { items } = ctx.db.subscriptions.get(subscription, "subscription");
    // Items are shown in the order in which they were added.
    return toList("/v1/subscription_items", items.data.toReversed(), page);
  },
);

function getItem({ db }: Context, id: string): { subscription: Subscription; item: SubscriptionItem } {
  for (const subscription of db.subscriptions.all()) {
    const item = subscription.items.data.find((candidate) => candidate.id === id);
    if (item) return { subscription, item };
  }
  throw noSuch("subscription_item", id);
}

export const itemEndpoints = [createItem, retrieveItem, updateItem, deleteItem, listItems];
