import { and, eq, gt } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { invoices } from "#directory/schema/index.ts";
import { getConfig } from "#env.ts";
import { invoicePaid } from "#notifications/templates/invoice-paid.ts";
import type { BillingContext } from "../billing-context.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";
import { writeLetter } from "./write-letter.ts";

/** One that was paid longer ago has been mailed, or was not to be. */
const RECENT_MS = 3 * 24 * 60 * 60 * 1_000;

/** Mails the invoices that were paid lately, each once, to those who want them. */
export async function mailInvoices(ctx: BillingContext, account: BillingAccount): Promise<void> {
  if (!account.invoiceEmails) return;
  const isRecent = and(
    eq(invoices.organizationId, ctx.id),
    eq(invoices.status, "paid"),
    gt(invoices.amountPaid, 0),
    gt(invoices.paidAt, ctx.now - RECENT_MS),
  );
  const paid = await forOrganization(ctx.env.DB, ctx.id).orm.select().from(invoices).where(isRecent);
  for (const { id, number, amountPaid: amount, currency, hostedUrl } of paid) {
    await writeLetter(ctx, {
      event: `invoice/${id}`,
      billingEmail: account.billingEmail,
      url: hostedUrl ?? `${getConfig(ctx.env).dashboardUrl}/billing`,
      toContent: (reader) => invoicePaid({ ...reader, number: number ?? id, amount, currency }),
    });
  }
}
