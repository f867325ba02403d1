import type Stripe from "stripe";
import type { z } from "zod";
import { parseInput } from "#lib/parse-input.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { getLiveSubscription } from "../live-subscription.ts";
import { Choice, toChoice } from "../paid-plan.ts";
import { type RunningPrice, toRunningPrice } from "../running-price.ts";
import { syncCustomer } from "../sync/sync-customer.ts";
import { toMs } from "../sync/to-subscription-state.ts";
import { toBillingError } from "../to-billing-error.ts";
import { decideAgain } from "./decide-again.ts";
import { listWarnings, type Warning } from "./list-warnings.ts";
import { planUpgrade } from "./plan-upgrade.ts";
import { type Cost, previewUpgrade } from "./preview-upgrade.ts";
import { toPeriodEnd } from "./schedule-change.ts";
import { assertChangeable, type Timing, toTiming } from "./to-timing.ts";

export interface ChangePreview extends Cost {
  effective: Timing;
  effectiveAt: number;
  /** For the change itself, so that it costs the same cents; null where it costs nothing. */
  prorationDate: number | null;
  /** What is paid from then on. */
  price: RunningPrice;
  warnings: Warning[];
}

/** What a change of plan would cost and mean; nothing happens. */
export async function previewChange(
  ctx: BillingContext,
  input: z.input<typeof Choice>,
): Promise<ChangePreview> {
  const choice = toChoice(parseInput(Choice, input));
  const stripe = createStripe(ctx.env);
  try {
    return await decideAgain(() => previewNow(ctx, stripe, choice));
  } catch (thrown) {
    throw toBillingError(thrown);
  }
}

async function previewNow(ctx: BillingContext, stripe: Stripe, choice: Choice): Promise<ChangePreview> {
  const synced = await syncCustomer(ctx);
  const subscription = getLiveSubscription(synced);
  const account = synced.after;
  assertChangeable(account);
  const warnings = await listWarnings(ctx, choice.plan);
  if (toTiming(account, choice) === "period_end") {
    const effectiveAt = toMs(toPeriodEnd(subscription, account));
    const price = toRunningPrice(choice, account.quantity ?? 0);
    const free = { lines: [], total: 0, due: 0, prorationDate: null };
    return { effective: "period_end", effectiveAt, ...free, price, warnings };
  }
  const planned = await planUpgrade(ctx, stripe, { subscription, account, choice });
  const cost = await previewUpgrade(stripe, planned);
  const prorationDate = toMs(planned.prorationDate);
  const price = toRunningPrice(choice, planned.listings);
  return { effective: "now", effectiveAt: ctx.now, ...cost, prorationDate, price, warnings };
}
