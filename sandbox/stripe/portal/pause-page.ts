import { html } from "hono/html";
import { z } from "zod";
import type { Context } from "../core/context.ts";
import type { PortalConfiguration, Subscription } from "../core/objects.ts";
import { layout } from "../pages/layout.ts";
import { readForm } from "../pages/read-form.ts";
import type { StripeRequest } from "../router.ts";
import { addInterval } from "../subscriptions/add-interval.ts";
import { pauseSubscription } from "../subscriptions/pause-subscription.ts";
import { resumeSubscription } from "../subscriptions/resume-subscription.ts";
import { finish, refusal } from "./finish.ts";
import { findSubscription, type Guest } from "./guest.ts";
import { planLines } from "./plan.ts";

type Duration = PortalConfiguration["features"]["subscription_pause"]["duration"];
type Option = NonNullable<Duration["interval_options"]>[number];

/** For how long: the place of an option. */
const Form = z.object({ duration: z.coerce.number().int().min(0).default(0) });
const off = "This subscription cannot be paused here.";

/** Whether the customer may pause it, as far as its state goes. */
export const isPausable = ({ billing_mode, schedule, status }: Subscription) =>
  billing_mode.type === "flexible" && !schedule && ["active", "past_due", "trialing"].includes(status);

export function showPause(c: StripeRequest, guest: Guest): Promise<Response> {
  const subscription = findPausable(c, guest);
  if (!subscription) return refusal(guest, off);
  const options = optionsOf(guest);
  return layout(
    "Pause",
    html`<p><a href="${guest.home}?done=">← Back</a></p>
      <form class="card" method="post">
        <h1>Pause your subscription</h1>
        ${guest.act((ctx) => planLines(ctx, subscription))}
        <p>It stops at once. What you have paid for the time that is left is credited to your next invoice.</p>
        ${
          options.length > 0
            ? html`<fieldset>
                <legend>For how long</legend>
                ${options.map((option, index) => html`<label class="choice"><input type="radio" name="duration" value="${index}"${index === 0 ? html` checked` : ""} /> ${toWords(option)}</label>`)}
              </fieldset>`
            : html`<p>It starts again when you resume it here.</p>`
        }
        <div class="actions">
          <button>Pause subscription</button>
          <a class="button plain" href="${guest.home}?done=">Keep it</a>
        </div>
      </form>`,
  );
}

export async function submitPause(c: StripeRequest, guest: Guest): Promise<Response> {
  const subscription = findPausable(c, guest);
  if (!subscription) return refusal(guest, off);
  const { duration } = await readForm(c, Form);
  const options = optionsOf(guest);
  const option = options[duration];
  if (options.length > 0 && !option) return refusal(guest, "This duration is not offered.");
  guest.act((ctx) => {
    const { id, customer } = pauseSubscription(ctx, subscription.id, {});
    if (option) ctx.schedule("portal.unpause", id, addInterval(ctx.now(customer), option, 1), customer);
  });
  return finish(guest, "Your subscription has been paused.");
}

export function submitUnpause(c: StripeRequest, guest: Guest): Promise<Response> | Response {
  const subscription = findSubscription(c, guest);
  if (subscription?.status !== "paused") return refusal(guest, "This subscription is not paused.");
  guest.act((ctx) => {
    ctx.unschedule("portal.unpause", subscription.id);
    resumeSubscription(ctx, subscription.id);
  });
  return finish(guest, "Your subscription goes on.");
}

/** The task `portal.unpause`. */
export function unpauseWhenDue(ctx: Context, id: string): void {
  if (ctx.db.subscriptions.find(id)?.status === "paused") resumeSubscription(ctx, id);
}

function findPausable(c: StripeRequest, guest: Guest): Subscription | undefined {
  const subscription = findSubscription(c, guest);
  return subscription && guest.features.subscription_pause.enabled && isPausable(subscription)
    ? subscription
    : undefined;
}

function optionsOf({ features }: Guest): Option[] {
  const { interval_options, type } = features.subscription_pause.duration;
  return type === "interval_options" ? (interval_options ?? []) : [];
}

const toWords = ({ interval, interval_count: count }: Option) =>
  count === 1 ? `1 ${interval}` : `${count} ${interval}s`;
