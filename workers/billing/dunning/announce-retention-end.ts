import { organizationArchived } from "#notifications/templates/organization-archived.ts";
import { retentionEnding } from "#notifications/templates/retention-ending.ts";
import type { BillingContext } from "../billing-context.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";
import { RETENTION_NOTICES_MS } from "../sync/to-due-at.ts";
import { writeLetter } from "./write-letter.ts";

/** Seven days and one day before what an ended subscription kept goes. */
export async function announceRetentionEnd(ctx: BillingContext, account: BillingAccount): Promise<void> {
  const { billingEmail, keptUntil, status } = account;
  if (keptUntil === null || ctx.now >= keptUntil) return;
  // Of the notices that are due, the last: whoever missed the first needs no two at once.
  const due = RETENTION_NOTICES_MS.filter((before) => ctx.now >= keptUntil - before);
  if (due.length === 0) return;
  await writeLetter(ctx, {
    event: `retention-ending/${keptUntil}/${Math.min(...due)}`,
    billingEmail,
    toContent: (reader) =>
      status === "archived"
        ? organizationArchived({ ...reader, deletesAt: keptUntil })
        : retentionEnding({ ...reader, keptUntil }),
  });
}
