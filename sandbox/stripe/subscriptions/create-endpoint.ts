import { endpoint } from "../core/endpoint.ts";
import { createSubscription } from "./create-subscription.ts";
import { NewSubscription } from "./new-subscription.ts";

export const createEndpoint = endpoint(
  "POST",
  "/v1/subscriptions",
  NewSubscription,
  (ctx, params) => createSubscription(ctx, params).subscription,
);
