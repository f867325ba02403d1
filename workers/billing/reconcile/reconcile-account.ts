import { findLastEvent } from "#directory/billing/find-last-event.ts";
import type { BillingContext } from "../billing-context.ts";
import { recordDrift } from "../sync/record-findings.ts";
import { syncCustomer } from "../sync/sync-customer.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";

/** What is compared: all that comes from Stripe, and what we make of it. */
const compared = [
  "plan",
  "status",
  "subscriptionId",
  "subscriptionStatus",
  "interval",
  "quantity",
  "periodEnd",
  "cancelAt",
  "endedAt",
  "scheduleId",
  "nextPlan",
  "nextAt",
  "openInvoiceId",
] as const satisfies (keyof BillingAccount)[];

/** Reads Stripe and repairs what we had otherwise. Returns how many columns that were. */
export async function reconcileAccount(ctx: BillingContext): Promise<number> {
  const { before, after, isWritten } = await syncCustomer(ctx);
  const differing = isWritten ? compared.filter((column) => before[column] !== after[column]) : [];
  if (differing.length === 0) return 0;
  const cause = await findCause(ctx, after);
  const at = Math.floor(ctx.now);
  await recordDrift(ctx, {
    id: `state:${ctx.id}:${after.syncedTicket}`,
    kind: "state",
    expected: describe(before, differing),
    found: describe(after, differing),
    cause,
    repairedAt: at,
  });
  return differing.length;
}

const describe = (account: BillingAccount, columns: (keyof BillingAccount)[]) =>
  JSON.stringify(Object.fromEntries(columns.map((column) => [column, account[column]])));

/** An event that failed explains it; else none came that would have told. */
async function findCause({ env }: BillingContext, { customerId }: BillingAccount): Promise<string> {
  if (customerId === null) return "The customer was deleted in Stripe.";
  const last = await findLastEvent(env.DB, customerId);
  if (last?.state === "failed")
    return `The event ${last.id} (${last.type}) failed: ${last.error ?? "unknown"}`;
  if (last?.state === "processing") return `The event ${last.id} (${last.type}) was not finished.`;
  return "No event told of it: it was lost on the way, or time alone brought the change.";
}
