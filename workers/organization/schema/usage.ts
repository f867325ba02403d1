import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Tool calls per UTC day, actor and tool, counted in the transaction that writes their audit rows. */
export const usage = sqliteTable(
  "usage",
  {
    day: text("day").notNull(),
    actor: text("actor").notNull(),
    tool: text("tool").notNull(),
    calls: integer("calls").notNull(),
    billable: integer("billable").notNull(),
    errors: integer("errors").notNull(),
    durationMs: integer("duration_ms").notNull(),
    lastAt: integer("last_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.actor, table.tool] })],
);
