import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Requests in the present window per key, and how often the key went over its limit lately. */
export const rateLimits = sqliteTable("rate_limits", {
  key: text("key").primaryKey(),
  count: integer("count").notNull(),
  windowStart: integer("window_start").notNull(),
  strikes: integer("strikes").notNull(),
  blockedUntil: integer("blocked_until").notNull(),
});
