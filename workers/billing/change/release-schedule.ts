import type Stripe from "stripe";
import { AppError } from "#errors.ts";
import { OURS } from "../sync/to-schedule-state.ts";

/** Takes back the change that waits for the period's end, if there is one: while it waits, Stripe lets nothing else change. */
export async function releaseSchedule(stripe: Stripe, subscription: Stripe.Subscription): Promise<boolean> {
  const found = await findSchedule(stripe, subscription);
  if (found === null) return false;
  await stripe.subscriptionSchedules.release(found.id);
  return true;
}

/** The one that the subscription follows. Refuses one that somebody else made. */
export async function findSchedule(
  stripe: Stripe,
  { schedule }: Stripe.Subscription,
): Promise<Stripe.SubscriptionSchedule | null> {
  if (schedule === null) return null;
  const found =
    typeof schedule === "string" ? await stripe.subscriptionSchedules.retrieve(schedule) : schedule;
  if (found.status !== "active") return null;
  if (!isOurs(found) && !isUntouched(found)) {
    const message = "The subscription follows a schedule that was made at Stripe, and not here.";
    throw new AppError("conflict", message, { whoCanFix: "operator" });
  }
  return found;
}

const isOurs = ({ metadata }: Stripe.SubscriptionSchedule) => metadata?.latchkey === OURS.latchkey;

/** What a crash leaves of one that we were about to fill in. */
const isUntouched = ({ metadata, phases }: Stripe.SubscriptionSchedule) =>
  phases.length === 1 && Object.keys(metadata ?? {}).length === 0;
