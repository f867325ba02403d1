import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { DeliveryId, EventId, WebhookId } from "#ids.ts";

/** One event on its way to one outgoing webhook, and afterwards what became of it. */
export const outgoingDeliveries = sqliteTable(
  "outgoing_deliveries",
  {
    id: text("id").$type<DeliveryId>().primaryKey(),
    webhook: text("webhook").$type<WebhookId>().notNull(),
    event: text("event").$type<EventId>().notNull(),
    createdAt: integer("created_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** Null: it is over. */
    nextAttemptAt: integer("next_attempt_at"),
    attemptedAt: integer("attempted_at"),
    /** What the latest attempt was answered with. */
    status: integer("status"),
    /** Why it failed, in our words. */
    error: text("error"),
    durationMs: integer("duration_ms"),
  },
  (table) => [
    index("outgoing_deliveries_next").on(table.nextAttemptAt),
    index("outgoing_deliveries_webhook").on(table.webhook, table.createdAt),
  ],
);
