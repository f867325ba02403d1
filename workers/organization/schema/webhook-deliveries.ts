import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What has been taken in lately, so that the same again is known. */
export const webhookDeliveries = sqliteTable(
  "webhook_deliveries",
  {
    /** SHA-256 of the connection and the body: a delivery carries no id. */
    hash: text("hash").primaryKey(),
    at: integer("at").notNull(),
  },
  (table) => [index("webhook_deliveries_at").on(table.at)],
);
