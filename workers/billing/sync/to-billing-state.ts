import type { billingAccounts } from "#directory/schema/index.ts";
import { isPlanName, type PlanName, plans, trial } from "../plans.ts";
import type { StripeState } from "./read-customer.ts";
import { findOurSchedule, type ScheduleState, toScheduleState } from "./to-schedule-state.ts";
import {
  type SubscriptionColumns,
  type SubscriptionState,
  toSubscriptionState,
} from "./to-subscription-state.ts";

export type BillingAccount = typeof billingAccounts.$inferSelect;

const DAY_MS = 24 * 60 * 60 * 1_000;
/** How long everything is kept after the end of a subscription. */
export const RETENTION_MS = 30 * DAY_MS;

type Nullable<Columns> = { [Name in keyof Columns]: Columns[Name] | null };

/** What a sync writes, whole. */
export interface BillingState
  extends Nullable<SubscriptionColumns>,
    ScheduleState,
    Pick<BillingAccount, "status" | "customerId" | "pastDueSince" | "openInvoiceId" | "openInvoiceUrl">,
    Pick<BillingAccount, "archivedAt" | "keptUntil" | "mrr"> {
  plan: PlanName;
  formerPlan: PlanName | null;
}

/** The one reading of what Stripe says. `before` is the row as it was: since when, and until when, only we remember. */
export function toBillingState(stripe: StripeState, before: Before, now: number): BillingState {
  return { ...readState(stripe, before, now), ...(stripe.customer === null && toEnd(before, now)) };
}

type Before = Pick<
  BillingAccount,
  | "pastDueSince"
  | "trialEndsAt"
  | "subscriptionId"
  | "endedAt"
  | "plan"
  | "formerPlan"
  | "status"
  | "archivedAt"
>;

/** Where the customer was deleted at Stripe its subscription has ended, and only we remember that there was one. */
function toEnd(before: Before, now: number): Partial<BillingState> {
  const { subscriptionId, plan, formerPlan, archivedAt } = before;
  if (subscriptionId === null) return {};
  const endedAt = before.endedAt ?? now;
  const former = formerPlan ?? plan;
  const end = {
    subscriptionId,
    subscriptionStatus: "canceled",
    endedAt,
    formerPlan: isPlanName(former) ? former : null,
    keptUntil: endedAt + RETENTION_MS,
  };
  return archivedAt === null
    ? end
    : { ...end, status: "archived", archivedAt, plan: end.formerPlan ?? "free" };
}

function readState(stripe: StripeState, before: Before, now: number): BillingState {
  const known = stripe.subscriptions.flatMap((subscription) => toSubscriptionState(subscription) ?? []);
  const live = findLive(known);
  const ended = live === undefined ? findLastEnded(known) : undefined;
  const isBehind = live !== undefined && isIn(live, "past_due", "unpaid", "paused");
  const pastDueSince = isBehind ? (before.pastDueSince ?? now) : null;
  const open = isBehind ? findOpenInvoice(stripe, live) : undefined;
  const status = toStatus({ live, ended, pastDueSince, trialEndsAt: before.trialEndsAt }, now);
  const endedAt = ended?.columns.endedAt ?? null;
  return {
    ...((live ?? ended)?.columns ?? noSubscription),
    ...toScheduleState(live && findOurSchedule(stripe.schedules, live.columns.subscriptionId)),
    customerId: stripe.customer?.id ?? null,
    plan: toPlan(status, live, ended),
    status,
    mrr: live?.mrr ?? 0,
    pastDueSince,
    openInvoiceId: open?.id ?? null,
    openInvoiceUrl: open?.hosted_invoice_url ?? null,
    formerPlan: ended?.plan ?? null,
    archivedAt: status === "archived" ? endedAt : null,
    keptUntil: endedAt === null ? null : endedAt + RETENTION_MS,
  };
}

/** Not the newest: a duplicate that was canceled long ago may be younger than the one that has ended now. */
function findLastEnded(known: SubscriptionState[]): SubscriptionState | undefined {
  const endOf = ({ columns }: SubscriptionState) => columns.endedAt ?? 0;
  const canceled = known.filter((state) => isIn(state, "canceled"));
  return canceled.toSorted((one, other) => endOf(other) - endOf(one))[0];
}

/** One that was never paid for is nothing. */
export const isLive = (state: SubscriptionState) =>
  !isIn(state, "canceled", "incomplete", "incomplete_expired");

/** Of two, the older one counts, unless it serves nobody any more. */
export function findLive(newestFirst: SubscriptionState[]): SubscriptionState | undefined {
  const serves = (state: SubscriptionState) => isIn(state, "active", "trialing", "past_due");
  return newestFirst.findLast(serves) ?? newestFirst.findLast(isLive);
}

const isIn = ({ columns }: SubscriptionState, ...statuses: string[]) =>
  statuses.includes(columns.subscriptionStatus);

function findOpenInvoice({ invoices }: StripeState, { columns }: SubscriptionState) {
  return invoices.find(({ status, parent }) => {
    const subscription = parent?.subscription_details?.subscription;
    const id = typeof subscription === "string" ? subscription : subscription?.id;
    return status === "open" && id === columns.subscriptionId;
  });
}

interface Facts {
  live?: SubscriptionState;
  ended?: SubscriptionState;
  pastDueSince: number | null;
  trialEndsAt: number | null;
}

function toStatus({ live, ended, pastDueSince, trialEndsAt }: Facts, now: number): BillingState["status"] {
  if (live === undefined) {
    if (ended?.hasFailed) return "archived";
    return trialEndsAt !== null && now < trialEndsAt ? "trialing" : "free";
  }
  if (isIn(live, "unpaid", "paused")) return "suspended";
  const graceEnds = (pastDueSince ?? now) + plans[live.plan].graceDays * DAY_MS;
  return isIn(live, "past_due") && now >= graceEnds ? "past_due" : "active";
}

function toPlan(
  status: BillingState["status"],
  live?: SubscriptionState,
  ended?: SubscriptionState,
): PlanName {
  if (live !== undefined) return live.plan;
  if (status === "trialing") return trial.plan;
  return status === "archived" && ended !== undefined ? ended.plan : "free";
}

const noSubscription: Nullable<SubscriptionColumns> = {
  subscriptionId: null,
  subscriptionStatus: null,
  interval: null,
  baseItemId: null,
  listingItemId: null,
  overageItemId: null,
  quantity: null,
  periodStart: null,
  periodEnd: null,
  cancelAt: null,
  canceledAt: null,
  endedAt: null,
};
