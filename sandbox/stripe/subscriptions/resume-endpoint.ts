import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Timestamp } from "../wire/parameters.ts";
import { ResumptionBehavior, resumeSubscription } from "./resume-subscription.ts";
import { BillingCycleAnchor } from "./subscription-change.ts";
import { ProrationBehavior } from "./subscription-params.ts";

const Params = z.strictObject({
  billing_cycle_anchor: BillingCycleAnchor.optional(),
  payment_behavior: ResumptionBehavior.optional(),
  proration_behavior: ProrationBehavior.optional(),
  proration_date: Timestamp.optional(),
});

export const resumeEndpoint = endpoint(
  "POST",
  "/v1/subscriptions/:subscription/resume",
  Params,
  (ctx, params, ids) => resumeSubscription(ctx, ids.subscription, params),
);
