import { and, desc, eq } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { invoices } from "#directory/schema/index.ts";
import type { BillingContext } from "../billing-context.ts";

/** The newest one that is not paid, without the address at which whoever knows it sees and pays it. */
export async function findOpenInvoice({ env, id }: Pick<BillingContext, "env" | "id">) {
  const { amountDue, attempts, createdAt, currency, nextAttemptAt, number } = invoices;
  const found = await forOrganization(env.DB, id)
    .orm.select({ id: invoices.id, number, amountDue, currency, createdAt, attempts, nextAttemptAt })
    .from(invoices)
    .where(and(eq(invoices.organizationId, id), eq(invoices.status, "open")))
    .orderBy(desc(createdAt))
    .get();
  return found ?? null;
}
