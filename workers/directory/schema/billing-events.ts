import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OrgId } from "#ids.ts";

/** Stripe's events as they came. What they say is not kept: billing state is always read anew from Stripe. */
export const billingEvents = sqliteTable(
  "billing_events",
  {
    id: text("id").primaryKey(),
    type: text("type").notNull(),
    apiVersion: text("api_version"),
    /** The object that it is about, and whose it is. */
    objectId: text("object_id"),
    customerId: text("customer_id"),
    billedOrganization: text("billed_organization").$type<OrgId>(),
    state: text("state", { enum: ["processing", "completed", "failed", "ignored"] }).notNull(),
    attempts: integer("attempts").notNull().default(1),
    /** Until when whoever processes it holds it; after that anybody may. */
    claimedUntil: integer("claimed_until"),
    error: text("error"),
    createdAt: integer("created_at").notNull(),
    receivedAt: integer("received_at").notNull(),
    completedAt: integer("completed_at"),
  },
  (table) => [
    index("billing_events_customer").on(table.customerId, table.createdAt),
    index("billing_events_state").on(table.state, table.receivedAt),
  ],
);
