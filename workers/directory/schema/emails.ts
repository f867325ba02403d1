import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The outbox. `key` is unique, so that an event is written about once; bodies are dropped when the mail is sent. */
export const emails = sqliteTable(
  "emails",
  {
    key: text("key").primaryKey(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    text: text("text"),
    html: text("html"),
    attempts: integer("attempts").notNull().default(0),
    createdAt: integer("created_at").notNull(),
    sentAt: integer("sent_at"),
  },
  (table) => [index("emails_unsent").on(table.sentAt, table.createdAt)],
);
