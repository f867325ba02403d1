import { and, asc, eq, isNull } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts, billingChanges, invoices } from "#directory/schema/index.ts";
import type { EmailContent } from "#notifications/email.ts";
import { cancelScheduled } from "#notifications/templates/cancel-scheduled.ts";
import { organizationArchived } from "#notifications/templates/organization-archived.ts";
import { paymentFailed } from "#notifications/templates/payment-failed.ts";
import { paymentRecovered } from "#notifications/templates/payment-recovered.ts";
import { subscriptionEnded } from "#notifications/templates/subscription-ended.ts";
import { trialEnded } from "#notifications/templates/trial-ended.ts";
import type { BillingContext } from "../billing-context.ts";
import { isPlanName, plans } from "../plans.ts";
import { type BillingAccount, RETENTION_MS } from "../sync/to-billing-state.ts";
import { mailInvoices } from "./mail-invoices.ts";
import { tellWebhooks } from "./tell-webhooks.ts";
import { writeLetter } from "./write-letter.ts";

type Change = typeof billingChanges.$inferSelect;
type OpenInvoice = Parameters<typeof paymentFailed>[0]["invoice"];

const DAY_MS = 24 * 60 * 60 * 1_000;

interface Facts {
  account: BillingAccount;
  change: Change;
  invoice: OpenInvoice;
  organization: string;
  url: string;
}

/** What is written about which change. Of the others the history tells. */
const letters: Partial<Record<Change["kind"], (facts: Facts) => EmailContent>> = {
  payment_failed: ({ account, ...facts }) => paymentFailed({ ...facts, openUntil: toOpenUntil(account) }),
  payment_recovered: paymentRecovered,
  trial_ended: ({ change, ...facts }) =>
    trialEnded({ ...facts, hadTrial: change.reason === "account_had_trial" }),
  cancel_scheduled: ({ change, ...facts }) =>
    cancelScheduled({
      ...facts,
      endsAt: change.effectiveAt,
      keptUntil: change.effectiveAt + RETENTION_MS,
    }),
  canceled: ({ account, ...facts }) => subscriptionEnded({ ...facts, keptUntil: account.keptUntil }),
  archived: ({ change, ...facts }) =>
    organizationArchived({ ...facts, deletesAt: change.effectiveAt + RETENTION_MS }),
};

/** Tells people of what has changed and was not told yet. What a crash leaves, the job tells; nobody hears of it twice. */
export async function announceChanges(ctx: BillingContext): Promise<void> {
  const { orm } = forOrganization(ctx.env.DB, ctx.id);
  const isOurs = eq(billingChanges.organizationId, ctx.id);
  const [pending, [account]] = await orm.batch([
    orm
      .select()
      .from(billingChanges)
      .where(and(isOurs, isNull(billingChanges.announcedAt)))
      .orderBy(asc(billingChanges.at)),
    orm.select().from(billingAccounts).where(eq(billingAccounts.organizationId, ctx.id)),
  ]);
  if (account === undefined) return;
  for (const change of pending) {
    await tellWebhooks(ctx, account, change);
    await writeAbout(ctx, account, change);
    await orm
      .update(billingChanges)
      .set({ announcedAt: ctx.now })
      .where(and(isOurs, eq(billingChanges.id, change.id)));
  }
  await mailInvoices(ctx, account);
}

async function writeAbout(ctx: BillingContext, account: BillingAccount, change: Change): Promise<void> {
  const toLetter = letters[change.kind];
  if (toLetter === undefined) return;
  const invoice = await findOpenInvoice(ctx, account);
  await writeLetter(ctx, {
    event: `billing/${change.id}`,
    billingEmail: account.billingEmail,
    url: change.kind === "payment_failed" ? (account.openInvoiceUrl ?? undefined) : undefined,
    toContent: (reader) => toLetter({ account, change, invoice, ...reader }),
  });
}

async function findOpenInvoice({ env, id }: BillingContext, account: BillingAccount): Promise<OpenInvoice> {
  if (account.openInvoiceId === null) return null;
  const row = await forOrganization(env.DB, id)
    .orm.select()
    .from(invoices)
    .where(and(eq(invoices.organizationId, id), eq(invoices.id, account.openInvoiceId)))
    .get();
  return row
    ? { amount: row.amountDue - row.amountPaid, currency: row.currency, nextAttemptAt: row.nextAttemptAt }
    : null;
}

/** Null where the keys are closed from the first failure on. */
function toOpenUntil({ plan, pastDueSince }: BillingAccount): number | null {
  const graceDays = isPlanName(plan) ? plans[plan].graceDays : 0;
  return pastDueSince === null || graceDays === 0 ? null : pastDueSince + graceDays * DAY_MS;
}
