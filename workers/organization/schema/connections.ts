import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ConnectionId } from "#ids.ts";

export const connections = sqliteTable("connections", {
  id: text("id").$type<ConnectionId>().primaryKey(),
  connector: text("connector").notNull(),
  name: text("name").notNull(),
  accountLabel: text("account_label").notNull(),
  /** The credential as JSON, encrypted. */
  credential: text("credential").notNull(),
  /** The upstream's token as JSON, encrypted; null until one was minted. */
  token: text("token"),
  status: text("status", { enum: ["valid", "invalid"] }).notNull(),
  createdAt: integer("created_at").notNull(),
  checkedAt: integer("checked_at").notNull(),
});
