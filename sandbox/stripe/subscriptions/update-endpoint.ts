import { endpoint } from "../core/endpoint.ts";
import { SubscriptionChange } from "./subscription-change.ts";
import { updateSubscription } from "./update-subscription.ts";

export const updateEndpoint = endpoint(
  "POST",
  "/v1/subscriptions/:subscription",
  SubscriptionChange,
  (ctx, params, ids) => updateSubscription(ctx, ids.subscription, params),
);
