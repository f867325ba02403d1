import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { OrgId } from "#ids.ts";
import { organizations } from "./organizations.ts";

/** The outbox of listing quantities. A row's id is the idempotency key of the one request that it stands for. */
export const quantityChanges = sqliteTable(
  "quantity_changes",
  {
    id: text("id").primaryKey(),
    organizationId: text("organization_id")
      .$type<OrgId>()
      .notNull()
      .references(() => organizations.id),
    /** UTC. */
    day: text("day").notNull(),
    subscriptionId: text("subscription_id").notNull(),
    /** The subscription's item, or the price of the one that is to be added. */
    itemId: text("item_id").notNull(),
    fromQuantity: integer("from_quantity").notNull(),
    toQuantity: integer("to_quantity").notNull(),
    /** Seconds since the epoch, as Stripe takes it. */
    prorationDate: integer("proration_date").notNull(),
    source: text("source", { enum: ["daily", "manual"] }).notNull(),
    state: text("state", { enum: ["pending", "written", "refused"] }).notNull(),
    error: text("error"),
    createdAt: integer("created_at").notNull(),
    writtenAt: integer("written_at"),
  },
  (table) => [uniqueIndex("quantity_changes_day").on(table.organizationId, table.day, table.subscriptionId)],
);
