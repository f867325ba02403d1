import type { Context } from "../core/context.ts";
import type { Invoice, Subscription } from "../core/objects.ts";
import { collectionSettings } from "../invoices/collection-settings.ts";
import { invoicesOf } from "../invoices/lines-of.ts";
import type { PayOutcome } from "../invoices/pay-outcome.ts";
import { endSubscription } from "./end-subscription.ts";
import { expireIncomplete } from "./expire-incomplete.ts";
import { keepPaymentMethod } from "./keep-payment-method.ts";
import { pauseBecause } from "./pause-because.ts";
import { applyPendingUpdate, expirePendingUpdate } from "./pending-update.ts";
import { finishResuming } from "./resume-subscription.ts";
import { changeSubscription } from "./save-subscription.ts";
import { timeToPay } from "./set-tasks.ts";
import { hasEnded } from "./statuses.ts";

type InvoiceOutcome = PayOutcome | "voided" | "uncollectible" | "retries_exhausted";

/** What it means for a subscription that one of its invoices has come that far. */
export function applyInvoice(ctx: Context, invoice: Invoice, outcome: InvoiceOutcome): void {
  const subscription = ctx.db.subscriptions.find(invoice.parent?.subscription_details?.subscription ?? "");
  if (!subscription || hasEnded(subscription)) return;
  const { pending } = ctx.db.subscriptionRecords.get(subscription.id);
  if (pending?.invoice === invoice.id) {
    if (subscription.status === "paused") resolveResumption(ctx, subscription, outcome);
    else if (outcome === "paid") applyPendingUpdate(ctx, subscription);
    else if (isUnpaid(outcome) && isLate(ctx, subscription)) expirePendingUpdate(ctx, subscription.id);
    return;
  }
  if (outcome === "paid") settled(ctx, subscription, invoice);
  else if (outcome === "uncollectible" && subscription.status !== "incomplete")
    settled(ctx, subscription, invoice);
  else if (outcome === "retries_exhausted") giveUp(ctx, subscription);
  else if (subscription.status === "incomplete") stayIncomplete(ctx, subscription, outcome);
  else if (outcome === "voided") forgive(ctx, subscription);
  else if (isUnpaid(outcome)) fallDue(ctx, subscription);
}

const isUnpaid = (outcome: InvoiceOutcome) =>
  outcome === "declined" || outcome === "requires_action" || outcome === "no_payment_method";

/** For a bank debit that comes back after the update has expired. */
const isLate = (ctx: Context, { customer, pending_update }: Subscription) =>
  pending_update !== null && ctx.now(customer) >= pending_update.expires_at;

/** An older invoice that is paid brings nothing back: the latest one must be. */
function settled(ctx: Context, subscription: Subscription, invoice: Invoice): void {
  const { id, status, trial_end, customer } = subscription;
  const method = invoice.status === "paid" ? keepPaymentMethod(ctx, subscription, invoice) : {};
  const isTrial = trial_end !== null && trial_end > ctx.now(customer);
  if (status === "incomplete")
    changeSubscription(ctx, id, { ...method, status: isTrial ? "trialing" : "active" });
  else if ((status === "past_due" || status === "unpaid") && isLatest(ctx, subscription, invoice))
    changeSubscription(ctx, id, { ...method, status: "active" });
  else if (Object.keys(method).length > 0) changeSubscription(ctx, id, method);
}

/** Once its invoice is void, it can be resumed anew. */
function resolveResumption(ctx: Context, subscription: Subscription, outcome: InvoiceOutcome): void {
  if (outcome === "paid" || outcome === "uncollectible") finishResuming(ctx, subscription);
  else if (outcome === "voided") ctx.db.subscriptionRecords.change(subscription.id, { pending: null });
}

const isLatest = (ctx: Context, subscription: Subscription, { id }: Invoice) =>
  findLatest(ctx, subscription)?.id === id;

const findLatest = ({ db }: Context, subscription: Subscription): Invoice | undefined =>
  invoicesOf(db, subscription).findLast(({ status }) => status !== "draft" && status !== "void");

/** A void invoice counts no more: what decides is the one before it (assumed). */
function forgive(ctx: Context, subscription: Subscription): void {
  const { id, status } = subscription;
  const isDue = status === "past_due" || status === "unpaid";
  if (isDue && findLatest(ctx, subscription)?.status !== "open")
    changeSubscription(ctx, id, { status: "active" });
}

/** A bank debit may come back after the time to pay is over. */
function stayIncomplete(ctx: Context, subscription: Subscription, outcome: InvoiceOutcome): void {
  const isOver = ctx.now(subscription.customer) >= subscription.created + timeToPay;
  if (outcome === "voided" || (isUnpaid(outcome) && isOver)) expireIncomplete(ctx, subscription.id);
}

function fallDue(ctx: Context, { id, status }: Subscription): void {
  if (status === "active" || status === "trialing") changeSubscription(ctx, id, { status: "past_due" });
}

function giveUp(ctx: Context, subscription: Subscription): void {
  const { after_last_retry } = collectionSettings(ctx.db);
  if (subscription.status === "incomplete" || subscription.status === "paused") return;
  if (after_last_retry === "cancel") endSubscription(ctx, subscription, { reason: "payment_failed" });
  else if (after_last_retry !== "pause")
    changeSubscription(ctx, subscription.id, { status: after_last_retry });
  // The setting is for flexible billing only.
  else if (subscription.billing_mode.type === "flexible")
    pauseBecause(ctx, subscription, "final_payment_failure");
}
