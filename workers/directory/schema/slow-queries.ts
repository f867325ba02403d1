import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Statements that kept D1 for more than a second, without the values they were given. Kept for a week. */
export const slowQueries = sqliteTable(
  "slow_queries",
  {
    id: text("id").primaryKey(),
    at: integer("at").notNull(),
    durationMs: integer("duration_ms").notNull(),
    statement: text("statement").notNull(),
  },
  (table) => [index("slow_queries_at").on(table.at)],
);
