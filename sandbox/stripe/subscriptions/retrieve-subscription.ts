import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

export const retrieveSubscription = endpoint(
  "GET",
  "/v1/subscriptions/:subscription",
  z.strictObject({}),
  (ctx, _, ids) => ctx.db.subscriptions.get(ids.subscription),
);
