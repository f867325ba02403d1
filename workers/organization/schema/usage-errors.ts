import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Tool calls that did not end well, per UTC day, error code and tool. */
export const usageErrors = sqliteTable(
  "usage_errors",
  {
    day: text("day").notNull(),
    code: text("code").notNull(),
    tool: text("tool").notNull(),
    calls: integer("calls").notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.code, table.tool] })],
);
