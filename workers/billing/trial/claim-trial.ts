import { createHmac } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import { claimAccount } from "#directory/billing/claim-account.ts";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts } from "#directory/schema/index.ts";
import { getConfig } from "#env.ts";
import type { KeyRing } from "#lib/key-ring.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import type { BillingContext } from "../billing-context.ts";
import { getAccount } from "../get-account.ts";
import { syncCustomer } from "../sync/sync-customer.ts";

/**
 * An upstream account has one trial, whichever organization it is connected to first. Another one that is in its trial
 * loses it now. Called when an account is connected, and daily, in case that was cut short.
 */
export async function claimTrial(ctx: BillingContext): Promise<void> {
  const { status } = await getAccount(ctx);
  if (status !== "trialing") return;
  const { keyRing } = getConfig(ctx.env);
  const connections = throwReceipt(await getOrganization(ctx.env, ctx.id).listConnections());
  for (const { connector, accountLabel } of connections) {
    const hashes = hashAccount(keyRing, `${connector}/${accountLabel}`);
    const owner = await claimAccount(ctx.env.DB, { hashes, claimedBy: ctx.id, now: ctx.now });
    if (owner !== ctx.id) return endTrial(ctx);
  }
}

/** Due at once: what is cut short here, the job does. */
async function endTrial(ctx: BillingContext): Promise<void> {
  const now = Math.floor(ctx.now);
  await forOrganization(ctx.env.DB, ctx.id)
    .orm.update(billingAccounts)
    .set({ trialEndsAt: now, trialEndReason: "account_had_trial", dueAt: now })
    .where(and(eq(billingAccounts.organizationId, ctx.id), gt(billingAccounts.trialEndsAt, now)));
  await syncCustomer(ctx);
}

/** Under each secret that the ring still has, so that a claim outlives the secret that it was made with. */
function hashAccount(keyRing: KeyRing, account: string): string[] {
  return keyRing.ids.flatMap((id) => {
    const key = keyRing.derive(id, "trial-claim");
    return key === undefined ? [] : [createHmac("sha256", key).update(account).digest("hex")];
  });
}
