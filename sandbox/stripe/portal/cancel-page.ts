import { html } from "hono/html";
import { z } from "zod";
import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";
import { layout } from "../pages/layout.ts";
import { toDay } from "../pages/money.ts";
import { readForm } from "../pages/read-form.ts";
import type { StripeRequest } from "../router.ts";
import { hasFuturePhases } from "../schedules/has-future-phases.ts";
import { release } from "../schedules/release-schedule.ts";
import { cancelAsPortal, cancelSubscription } from "../subscriptions/cancel-subscription.ts";
import { maxPeriodEnd } from "../subscriptions/statuses.ts";
import { CancellationDetails } from "../subscriptions/subscription-params.ts";
import { updateSubscription } from "../subscriptions/update-subscription.ts";
import { finish, refusal, scheduled } from "./finish.ts";
import { findSubscription, type Guest } from "./guest.ts";
import { planLines } from "./plan.ts";

const reasons: Record<string, string> = {
  customer_service: "Customer service was less than expected",
  low_quality: "Quality was less than expected",
  missing_features: "Some features are missing",
  other: "Another reason",
  switched_service: "I am switching to something else",
  too_complex: "It is too complex",
  too_expensive: "It is too expensive",
  unused: "I do not use it enough",
};

const Form = z.object({
  feedback: CancellationDetails.shape.feedback,
  comment: z.string().trim().max(500).optional(),
});

export function showCancel(c: StripeRequest, guest: Guest): Promise<Response> {
  const subscription = findSubscription(c, guest);
  const { subscription_cancel: feature } = guest.features;
  if (!subscription || !feature.enabled) return refusal(guest, "This subscription cannot be cancelled here.");
  if (isPlanned(guest, subscription)) return refusal(guest, scheduled);
  const { enabled, options } = feature.cancellation_reason;
  return layout(
    "Cancel",
    html`<p><a href="${guest.home}?done=">← Back</a></p>
      <form class="card" method="post">
        <h1>Cancel your subscription</h1>
        ${guest.act((ctx) => planLines(ctx, subscription))}
        <p>${
          feature.mode === "immediately"
            ? "It ends at once."
            : `It stays yours until ${toDay(maxPeriodEnd(subscription))}, and is not renewed.`
        }</p>
        ${
          enabled
            ? html`<fieldset>
                <legend>Why? (optional)</legend>
                ${options.map((option) => html`<label class="choice"><input type="radio" name="feedback" value="${option}" /> ${reasons[option]}</label>`)}
                <label for="comment">Anything else</label>
                <textarea id="comment" name="comment" rows="3" maxlength="500"></textarea>
              </fieldset>`
            : ""
        }
        <div class="actions">
          <button class="danger">Cancel subscription</button>
          <a class="button plain" href="${guest.home}?done=">Keep it</a>
        </div>
      </form>`,
  );
}

export async function submitCancel(c: StripeRequest, guest: Guest): Promise<Response> {
  const subscription = findSubscription(c, guest);
  const { subscription_cancel: feature } = guest.features;
  if (!subscription || !feature.enabled) return refusal(guest, "This subscription cannot be cancelled here.");
  if (isPlanned(guest, subscription)) return refusal(guest, scheduled);
  const { comment, feedback } = await readForm(c, Form);
  const { id, billing_mode } = subscription;
  const cancellation_details = { comment: comment || undefined, feedback };
  guest.act((ctx) => {
    letGo(ctx, subscription);
    if (feature.mode === "immediately")
      return cancelSubscription(ctx, id, {
        cancellation_details,
        prorate: feature.proration_behavior !== "none",
      });
    if (billing_mode.type === "flexible") return cancelAsPortal(ctx, id, cancellation_details);
    return updateSubscription(ctx, id, { cancel_at_period_end: true, cancellation_details });
  });
  return finish(guest, "Your subscription has been cancelled.");
}

/** Takes back a cancellation that has not come about yet. */
export function submitResume(c: StripeRequest, guest: Guest): Promise<Response> | Response {
  const subscription = findSubscription(c, guest);
  if (!subscription) return refusal(guest, "This subscription has ended and cannot come back.");
  if (isPlanned(guest, subscription)) return refusal(guest, scheduled);
  const undo = subscription.cancel_at_period_end ? { cancel_at_period_end: false } : { cancel_at: null };
  guest.act((ctx) => {
    letGo(ctx, subscription);
    updateSubscription(ctx, subscription.id, undo);
  });
  return finish(guest, "Your subscription goes on.");
}

const isPlanned = ({ act }: Guest, subscription: Subscription) =>
  act((ctx) => hasFuturePhases(ctx, subscription));

/** A schedule with nothing more to change would only refuse the end of its subscription. */
function letGo(ctx: Context, { schedule }: Subscription): void {
  if (schedule) release(ctx, schedule);
}
