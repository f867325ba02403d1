import type Stripe from "stripe";
import { z } from "zod";
import { AppError } from "#errors.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { getLiveSubscription } from "../live-subscription.ts";
import { withOperation } from "../operation.ts";
import { syncCustomer } from "../sync/sync-customer.ts";
import { RETENTION_MS } from "../sync/to-billing-state.ts";
import { releaseSchedule } from "./release-schedule.ts";

export const Cancel = z.strictObject({
  when: z.enum(["period_end", "now"]).default("period_end"),
  reason: z
    .enum([
      "too_expensive",
      "missing_features",
      "switched_service",
      "unused",
      "customer_service",
      "too_complex",
      "low_quality",
      "other",
    ])
    .optional(),
  feedback: z.string().trim().min(1).max(1_000).optional(),
});
export type Cancel = z.input<typeof Cancel>;

/** Milliseconds. */
export interface Cancellation {
  effectiveAt: number;
  /** Until then everything stays as it was, to read and to export. */
  dataKeptUntil: number;
  exportUntil: number;
}

/** Ends the subscription with what is paid for, or at once: then nothing is given back, and what is owed is charged. */
export async function cancel(ctx: BillingContext, input: Cancel): Promise<Cancellation> {
  const { when, reason, feedback } = parseInput(Cancel, input);
  const stripe = createStripe(ctx.env);
  const cancellation_details = { feedback: reason, comment: feedback };
  const run = async () => {
    const subscription = getLiveSubscription(await syncCustomer(ctx));
    if (when === "period_end" && isEnding(subscription)) {
      throw new AppError("conflict", "The subscription ends with its period already.");
    }
    await releaseSchedule(stripe, subscription);
    if (when === "now") {
      await stripe.subscriptions.cancel(subscription.id, { invoice_now: true, cancellation_details });
    } else {
      // The longest of its periods: a year that is paid for is used up.
      const end = { cancel_at: "max_period_end", cancellation_details } as const;
      await stripe.subscriptions.update(subscription.id, end);
    }
    const { after } = await syncCustomer(ctx);
    const effectiveAt = after.endedAt ?? after.cancelAt ?? ctx.now;
    const until = effectiveAt + RETENTION_MS;
    return { effectiveAt, dataKeptUntil: until, exportUntil: until };
  };
  return withOperation(ctx, "cancel", run, { reason, feedback });
}

export const isEnding = ({ cancel_at, cancel_at_period_end }: Stripe.Subscription) =>
  cancel_at !== null || cancel_at_period_end;
