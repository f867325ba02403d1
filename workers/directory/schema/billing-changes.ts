import { isNull } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OrgId } from "#ids.ts";
import { organizations } from "./organizations.ts";

/** The history of an organization's subscription: what changed, who asked, why. */
export const billingChanges = sqliteTable(
  "billing_changes",
  {
    id: text("id").notNull(),
    organizationId: text("organization_id")
      .$type<OrgId>()
      .notNull()
      .references(() => organizations.id),
    at: integer("at").notNull(),
    kind: text("kind", {
      enum: [
        "trial_started",
        "trial_ended",
        "subscribed",
        "upgraded",
        "downgrade_scheduled",
        "downgraded",
        "interval_changed",
        "change_undone",
        "quantity_changed",
        "cancel_scheduled",
        "canceled",
        "reactivated",
        "payment_failed",
        "payment_recovered",
        "suspended",
        "archived",
        "overage_changed",
        "duplicate_canceled",
      ],
    }).notNull(),
    actor: text("actor").notNull(),
    subscriptionId: text("subscription_id"),
    fromPlan: text("from_plan"),
    toPlan: text("to_plan"),
    toInterval: text("to_interval", { enum: ["month", "year"] }),
    fromQuantity: integer("from_quantity"),
    toQuantity: integer("to_quantity"),
    effectiveAt: integer("effective_at").notNull(),
    reason: text("reason"),
    feedback: text("feedback"),
    /** When people were told of it; null: not yet. */
    announcedAt: integer("announced_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("billing_changes_organization").on(table.organizationId, table.at),
    index("billing_changes_unannounced").on(table.at).where(isNull(table.announcedAt)),
  ],
);
