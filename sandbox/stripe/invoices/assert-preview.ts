import { invalidRequest, missingParam } from "../core/errors.ts";
import type { PreviewParams } from "./preview-params.ts";

/** Refuses what does not go together. */
export function assertPreview(params: PreviewParams): void {
  const { customer, schedule, subscription, subscription_details: details = {} } = params;
  if (!customer && !subscription && !schedule) throw missingParam("customer");
  if (schedule && (subscription || params.subscription_details))
    throw invalidRequest("You may not specify `schedule` with `subscription` or `subscription_details`.", {
      param: "schedule",
    });
  const param = "subscription_details[proration_date]";
  if (details.proration_date !== undefined) {
    if (!subscription || (!details.items && details.trial_end === undefined))
      throw invalidRequest(
        "`subscription_details[proration_date]` needs `subscription`, and one of `subscription_details[items]` and `subscription_details[trial_end]`.",
        { param },
      );
    if (details.proration_behavior === "none")
      throw invalidRequest(
        "`subscription_details[proration_date]` cannot be given with `subscription_details[proration_behavior]=none`.",
        { param },
      );
  }
  if (details.trial_end !== undefined && !subscription && !details.items)
    throw invalidRequest(
      "`subscription_details[trial_end]` needs `subscription` or `subscription_details[items]`.",
      { param: "subscription_details[trial_end]" },
    );
}
