import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Bool } from "../wire/parameters.ts";
import { assertUnscheduled } from "./assert-changeable.ts";
import { cancelSubscription } from "./cancel-subscription.ts";
import { CancellationDetails } from "./subscription-params.ts";

const Params = z.strictObject({
  cancellation_details: CancellationDetails.optional(),
  invoice_now: Bool.optional(),
  prorate: Bool.optional(),
});

export const cancelEndpoint = endpoint(
  "DELETE",
  "/v1/subscriptions/:subscription",
  Params,
  (ctx, params, ids) => {
    assertUnscheduled(ctx.db.subscriptions.get(ids.subscription));
    return cancelSubscription(ctx, ids.subscription, params);
  },
);
