import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ErrorCode } from "#errors.ts";
import type { ConnectionId } from "#ids.ts";

export const connections = sqliteTable(
  "connections",
  {
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
    /** What went wrong last since the last check that passed. */
    lastErrorCode: text("last_error_code").$type<ErrorCode>(),
    /** When this code was first seen in a row: a repetition is not written. */
    lastErrorAt: integer("last_error_at"),
    /** The members whose keys may use it; null: everybody's. */
    assignedToMembers: text("assigned_to_members", { mode: "json" }).$type<string[]>(),
  },
  (table) => [uniqueIndex("connections_name").on(table.connector, table.name)],
);
