import { and, eq, getTableColumns, lt, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts, billingChanges, invoices } from "#directory/schema/index.ts";
import type { OrgId } from "#ids.ts";
import type { Entitlement } from "#organization/limits/entitlement.ts";
import type { BillingContext } from "../billing-context.ts";
import type { BillingAccount, BillingState } from "./to-billing-state.ts";
import type { BillingChange } from "./to-changes.ts";
import type { InvoiceRow } from "./to-invoice-row.ts";

export interface Reading {
  ticket: number;
  state: BillingState & { dueAt: number | null };
  entitlement: Omit<Entitlement, "version">;
  changes: (BillingChange & { actor: string })[];
  invoices: InvoiceRow[];
}

/** Each reading takes its ticket before it begins. Null where billing knows nothing of the organization. */
export async function takeTicket({ env, id }: BillingContext): Promise<BillingAccount | null> {
  const [account] = await forOrganization(env.DB, id)
    .orm.update(billingAccounts)
    .set({ ticket: sql`${billingAccounts.ticket} + 1` })
    .where(eq(billingAccounts.organizationId, id))
    .returning();
  return account ?? null;
}

/**
 * Writes a reading whole and returns the row as it is then. Nothing is written where the row is no longer the one that the
 * reading was compared with.
 */
export async function writeState(
  { env, id, now }: BillingContext,
  base: BillingAccount,
  reading: Reading,
): Promise<BillingAccount> {
  const { orm } = forOrganization(env.DB, id);
  const { ticket } = reading;
  const entitlement = JSON.stringify(reading.entitlement);
  const isOther = sql`(${billingAccounts.entitlement} is not ${entitlement})`;
  const [, , , rows] = await orm.batch([
    orm
      .update(billingAccounts)
      .set({
        ...reading.state,
        entitlement: sql`${entitlement}`,
        entitlementVersion: sql`${billingAccounts.entitlementVersion} + ${isOther}`,
        syncedTicket: ticket,
        syncedAt: Math.floor(now),
      })
      .where(
        and(
          eq(billingAccounts.organizationId, id),
          eq(billingAccounts.syncedTicket, base.syncedTicket),
          lt(billingAccounts.syncedTicket, ticket),
          sql`${billingAccounts.customerId} is ${base.customerId}`,
        ),
      ),
    orm.insert(billingChanges).select(toRows(billingChanges, { id, ticket, rows: reading.changes })),
    orm
      .insert(invoices)
      .select(toRows(invoices, { id, ticket, rows: reading.invoices }))
      .onConflictDoUpdate({ target: [invoices.organizationId, invoices.id], set: asInserted(invoices) }),
    orm.select().from(billingAccounts).where(eq(billingAccounts.organizationId, id)),
  ]);
  const [account] = rows;
  if (account === undefined) throw new Error("The billing account has gone.");
  return account;
}

/** All rows in one statement that holds only for the reading that was written: its ticket is in the account. */
function toRows(
  table: SQLiteTable,
  { id, ticket, rows }: { id: OrgId; ticket: number; rows: object[] },
): SQL {
  const values = Object.keys(getTableColumns(table)).map((key) =>
    key === "organizationId" ? sql`${id}` : sql`value ->> ${sql.raw(`'${key}'`)}`,
  );
  return sql`select ${sql.join(values, sql`, `)} from json_each(${JSON.stringify(rows)})
    where exists (select 1 from billing_accounts where organization_id = ${id} and synced_ticket = ${ticket})`;
}

const asInserted = (table: SQLiteTable) =>
  Object.fromEntries(
    Object.entries(getTableColumns(table))
      .filter(([key]) => key !== "organizationId")
      .map(([key, { name }]) => [key, sql`excluded.${sql.identifier(name)}`]),
  );
