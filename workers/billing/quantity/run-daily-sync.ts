import { and, eq } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts } from "#directory/schema/index.ts";
import { toAppError } from "#errors.ts";
import { log } from "#lib/log.ts";
import type { BillingContext } from "../billing-context.ts";
import { claimTrial } from "../trial/claim-trial.ts";
import { syncListings } from "./sync-listings.ts";
import { toSyncTime } from "./to-sync-time.ts";

/** How long nobody else takes an organization that a run has taken; after that its run is dead. */
const LEASE_MS = 15 * 60 * 1_000;
const RETRY_MS = 60 * 60 * 1_000;

/**
 * An organization's turn in the daily count. When the next one is moves last, so that what a crash cuts short comes
 * again. False where another run has it.
 */
export async function runDailySync(
  ctx: BillingContext,
  dueAt: number,
  sync: (ctx: BillingContext) => Promise<unknown> = syncOnce,
): Promise<boolean> {
  const { orm } = forOrganization(ctx.env.DB, ctx.id);
  const move = (from: number, nextListingSyncAt: number, listingSyncError?: string | null) =>
    orm
      .update(billingAccounts)
      .set({ nextListingSyncAt, listingSyncError })
      .where(and(eq(billingAccounts.organizationId, ctx.id), eq(billingAccounts.nextListingSyncAt, from)))
      .returning({ id: billingAccounts.organizationId });
  const leasedUntil = Math.floor(ctx.now) + LEASE_MS;
  if ((await move(dueAt, leasedUntil)).length === 0) return false;
  const next = toSyncTime(ctx.id, ctx.now);
  try {
    await sync(ctx);
    await move(leasedUntil, next, null);
  } catch (thrown) {
    const { code } = toAppError(thrown);
    if (code === "internal") log.error("billing.listing-sync-failed", thrown, { organization: ctx.id });
    else log.warn("billing.listing-sync-put-off", { organization: ctx.id, code });
    await move(leasedUntil, Math.min(next, Math.floor(ctx.now) + RETRY_MS), code);
  }
  return true;
}

async function syncOnce(ctx: BillingContext): Promise<void> {
  await claimTrial(ctx);
  await syncListings(ctx, "daily");
}
