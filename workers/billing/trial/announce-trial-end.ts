import { trialEnding } from "#notifications/templates/trial-ending.ts";
import type { BillingContext } from "../billing-context.ts";
import { writeLetter } from "../dunning/write-letter.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";
import { TRIAL_NOTICE_MS } from "../sync/to-due-at.ts";

/** Three days before the end of a trial. That it has ended is told with the change itself. */
export async function announceTrialEnd(ctx: BillingContext, account: BillingAccount): Promise<void> {
  const { billingEmail, status, trialEndsAt } = account;
  if (status !== "trialing" || trialEndsAt === null) return;
  if (ctx.now < trialEndsAt - TRIAL_NOTICE_MS || ctx.now >= trialEndsAt) return;
  await writeLetter(ctx, {
    event: `trial-ending/${trialEndsAt}`,
    billingEmail,
    toContent: (reader) => trialEnding({ ...reader, endsAt: trialEndsAt }),
  });
}
