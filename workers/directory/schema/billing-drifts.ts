import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OrgId } from "#ids.ts";
import { organizations } from "./organizations.ts";

/** Where Stripe, Hostaway and we did not agree, and what came of it. */
export const billingDrifts = sqliteTable(
  "billing_drifts",
  {
    id: text("id").primaryKey(),
    organizationId: text("organization_id")
      .$type<OrgId>()
      .notNull()
      .references(() => organizations.id),
    at: integer("at").notNull(),
    kind: text("kind", {
      enum: ["state", "quantity", "entitlement", "duplicate_subscription", "invoice", "usage", "customer"],
    }).notNull(),
    expected: text("expected").notNull(),
    found: text("found").notNull(),
    cause: text("cause").notNull(),
    repairedAt: integer("repaired_at"),
  },
  (table) => [index("billing_drifts_organization").on(table.organizationId, table.at)],
);
