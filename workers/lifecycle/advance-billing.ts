import type { BillingContext } from "#billing/billing-context.ts";
import { announceRetentionEnd } from "#billing/dunning/announce-retention-end.ts";
import { getAccount } from "#billing/get-account.ts";
import { syncCustomer } from "#billing/sync/sync-customer.ts";
import { announceTrialEnd } from "#billing/trial/announce-trial-end.ts";
import { closeOrganization } from "./close-organization.ts";

/** What time alone brings to an organization's billing. The sync comes last: it says when there is something again. */
export async function advanceBilling(ctx: BillingContext): Promise<void> {
  const account = await getAccount(ctx);
  await announceTrialEnd(ctx, account);
  await announceRetentionEnd(ctx, account);
  const { after } = await syncCustomer(ctx);
  // Asked of Stripe just now: whoever has paid or subscribed meanwhile keeps everything.
  const isOver = after.status === "archived" && after.keptUntil !== null && after.keptUntil <= ctx.now;
  if (isOver) await closeOrganization(ctx, ctx.id, 0);
}
