import { AppError } from "#errors.ts";
import { log } from "#lib/log.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { announceChanges } from "../dunning/announce-changes.ts";
import { findEntitlement } from "../find-entitlement.ts";
import { findOperation } from "../operation.ts";
import { cancelDuplicates } from "./cancel-duplicates.ts";
import { readCustomer, type StripeState } from "./read-customer.ts";
import { recordFindings } from "./record-findings.ts";
import { settleDuplicates } from "./settle-duplicates.ts";
import { toAccountEntitlement } from "./to-account-entitlement.ts";
import { type BillingAccount, toBillingState } from "./to-billing-state.ts";
import { toChanges } from "./to-changes.ts";
import { toDueAt } from "./to-due-at.ts";
import { toInvoiceRow } from "./to-invoice-row.ts";
import { takeTicket, writeState } from "./write-state.ts";

export interface Synced {
  /** What was written over. */
  before: BillingAccount;
  after: BillingAccount;
  stripe: StripeState;
  /** False for a reading that came back after a later one, whose result stands. */
  isWritten: boolean;
}

/**
 * Reads everything anew from Stripe, writes it whole and tells the organization's object. Whatever calls it, in whatever
 * order and however often, the result is the same: what Stripe says now.
 */
export async function syncCustomer(ctx: BillingContext): Promise<Synced> {
  const account = await takeTicket(ctx);
  if (account === null) throw new AppError("not_found", "Billing does not know this organization.");
  const stripe = await read(ctx, account.customerId);
  const synced = await writeUnlessOlder(ctx, account, stripe);
  if (synced.isWritten) await recordFindings(ctx, synced);
  await pushEntitlement(ctx);
  // What is not told now, a job tells.
  await announceChanges(ctx).catch((thrown: unknown) =>
    log.error("billing.not-announced", thrown, { organization: ctx.id }),
  );
  return synced;
}

async function read(ctx: BillingContext, customerId: string | null): Promise<StripeState> {
  if (customerId === null) return nobody;
  const stripe = createStripe(ctx.env);
  const state = await readCustomer(stripe, customerId);
  const hasCanceled = await cancelDuplicates(ctx, stripe, state);
  const settled = hasCanceled ? await readCustomer(stripe, customerId) : state;
  await settleDuplicates(ctx, settled);
  return settled;
}

/** Compared again with what an earlier reading has written meanwhile, so that the history misses no step. */
async function writeUnlessOlder(
  ctx: BillingContext,
  account: BillingAccount,
  stripe: StripeState,
): Promise<Synced> {
  const { ticket } = account;
  for (let before = account; ; ) {
    const state = toBillingState(stripe, before, ctx.now);
    const why = toWhy(ctx, before);
    const changes = toChanges(before, state, ctx.now).map((change) => ({ ...change, ...why }));
    const after = await writeState(ctx, before, {
      ticket,
      state: { ...state, dueAt: toDueAt({ ...before, ...state }, ctx.now) },
      entitlement: toAccountEntitlement({ ...before, ...state }, ctx.now),
      changes,
      invoices: stripe.invoices.map(toInvoiceRow),
    });
    if (after.syncedTicket === ticket) return { before, after, stripe, isWritten: true };
    if (after.syncedTicket > ticket || after.customerId !== account.customerId)
      return { before, after, stripe, isWritten: false };
    before = after;
  }
}

/** A webhook may be the first to see what somebody has under way: it is theirs all the same. */
function toWhy({ by, now }: BillingContext, account: BillingAccount) {
  const operation = findOperation(account, now);
  if (operation === null) return { actor: by.actor };
  const { actor, reason, feedback } = operation;
  return { actor, reason, feedback };
}

/** Read back, since a later sync may have written meanwhile. A push that is lost, the object makes up for. */
export async function pushEntitlement({ env, id }: BillingContext): Promise<void> {
  const entitlement = await findEntitlement(env.DB, id);
  if (entitlement !== null) throwReceipt(await getOrganization(env, id).setEntitlement(entitlement));
}

const nobody: StripeState = { customer: null, subscriptions: [], schedules: [], invoices: [] };
