import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OrgId } from "#ids.ts";
import { organizations } from "./organizations.ts";

/** An organization's invoices as the last sync read them. Amounts are in cents. */
export const invoices = sqliteTable(
  "invoices",
  {
    id: text("id").notNull(),
    organizationId: text("organization_id")
      .$type<OrgId>()
      .notNull()
      .references(() => organizations.id),
    number: text("number"),
    status: text("status").notNull(),
    reason: text("reason"),
    currency: text("currency").notNull(),
    total: integer("total").notNull(),
    amountDue: integer("amount_due").notNull(),
    amountPaid: integer("amount_paid").notNull(),
    /** Listings on it, if any. */
    quantity: integer("quantity"),
    periodStart: integer("period_start").notNull(),
    periodEnd: integer("period_end").notNull(),
    dueAt: integer("due_at"),
    paidAt: integer("paid_at"),
    attempts: integer("attempts").notNull(),
    nextAttemptAt: integer("next_attempt_at"),
    hostedUrl: text("hosted_url"),
    pdfUrl: text("pdf_url"),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("invoices_organization").on(table.organizationId, table.createdAt),
  ],
);
