import type Stripe from "stripe";
import { z } from "zod";
import { AppError } from "#errors.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { getPriceIds } from "../get-price-ids.ts";
import { getLiveSubscription } from "../live-subscription.ts";
import { withOperation } from "../operation.ts";
import { Choice, toChoice } from "../paid-plan.ts";
import { finishPending } from "../quantity/finish-pending.ts";
import { recordCount } from "../quantity/record-count.ts";
import { type Synced, syncCustomer } from "../sync/sync-customer.ts";
import { toMs } from "../sync/to-subscription-state.ts";
import { decideAgain } from "./decide-again.ts";
import { listWarnings, type Warning } from "./list-warnings.ts";
import { planUpgrade } from "./plan-upgrade.ts";
import { previewUpgrade } from "./preview-upgrade.ts";
import { scheduleChange, toPeriodEnd } from "./schedule-change.ts";
import { assertChangeable, type Timing, toTiming } from "./to-timing.ts";
import { upgradeInstead } from "./upgrade-instead.ts";

export const ChangePlan = Choice.extend({
  /** Both as the preview said, so that what was agreed to is what is charged: milliseconds and cents. */
  prorationDate: z.int().nonnegative().optional(),
  amount: z.int().optional(),
}).refine(({ prorationDate, amount }) => prorationDate === undefined || amount !== undefined, {
  path: ["prorationDate"],
  message: "Send the preview's amount along.",
});
export type ChangePlan = z.input<typeof ChangePlan>;

export interface PlanChange {
  effective: Timing;
  effectiveAt: number;
  /** Cents that were charged for it; below zero: kept for the next invoices. */
  amount: number;
  warnings: Warning[];
}

interface Changing extends z.infer<typeof ChangePlan> {
  synced: Synced;
  subscription: Stripe.Subscription;
}

/** More at once, less from the end of what is paid for. A change that waits there already gives way to this one. */
export async function changePlan(ctx: BillingContext, input: ChangePlan): Promise<PlanChange> {
  const wanted = parseInput(ChangePlan, input);
  const choice = toChoice(wanted);
  const stripe = createStripe(ctx.env);
  return withOperation(ctx, "change", async () => {
    await finishPending(ctx);
    return decideAgain(async () => {
      const synced = await syncCustomer(ctx);
      const subscription = getLiveSubscription(synced);
      assertChangeable(synced.after);
      const changing = { ...wanted, ...choice, synced, subscription };
      const isNow = toTiming(synced.after, choice) === "now";
      return isNow ? changeNow(ctx, stripe, changing) : changeLater(ctx, stripe, changing);
    });
  });
}

async function changeNow(ctx: BillingContext, stripe: Stripe, changing: Changing): Promise<PlanChange> {
  const { plan, interval, amount, prorationDate, subscription, synced } = changing;
  const choice = { plan, interval };
  const planned = await planUpgrade(ctx, stripe, {
    subscription,
    account: synced.after,
    choice,
    prorationDate,
  });
  if (amount !== undefined) await assertCosts(stripe, planned, amount);
  try {
    const invoice = await upgradeInstead(stripe, planned, synced.after);
    await recordCount(ctx, planned.listings);
    return { effective: "now", effectiveAt: ctx.now, amount: invoice?.total ?? 0, warnings: [] };
  } finally {
    await syncCustomer(ctx);
  }
}

async function assertCosts(stripe: Stripe, planned: Parameters<typeof previewUpgrade>[1], amount: number) {
  const { total } = await previewUpgrade(stripe, planned);
  if (total === amount) return;
  const message = `amount: the change costs ${total} cents by now, because the listings or the subscription changed. Make another preview.`;
  throw new AppError("conflict", message);
}

async function changeLater(ctx: BillingContext, stripe: Stripe, changing: Changing): Promise<PlanChange> {
  const { plan, interval, subscription, synced } = changing;
  const account = synced.after;
  const [priceOf, warnings] = await Promise.all([getPriceIds(stripe), listWarnings(ctx, plan)]);
  await scheduleChange(stripe, { subscription, account, choice: { plan, interval }, priceOf });
  await syncCustomer(ctx);
  const effectiveAt = toMs(toPeriodEnd(subscription, account));
  return { effective: "period_end", effectiveAt, amount: 0, warnings };
}
