import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

/** The latest wrong passwords for an account, and when its owner was last told. */
export const failedSignIns = sqliteTable("failed_sign_ins", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** JSON: `[[at, address], …]`, newest first, addresses hashed. */
  recent: text("recent").notNull(),
  alertedAt: integer("alerted_at").notNull(),
});
