import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** OAuth clients that registered themselves, and consent pages that are open: no secret in clear, and no organization's. */
export const oauthRecords = sqliteTable(
  "oauth_records",
  {
    key: text("key").primaryKey(),
    value: text("value").notNull(),
    /** By the platform's time. Null: it has no end. */
    endsAt: integer("ends_at"),
  },
  (table) => [index("oauth_records_ends_at").on(table.endsAt)],
);
