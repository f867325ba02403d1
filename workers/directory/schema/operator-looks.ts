import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Whatever an operator looked at or did in the console. Rows are only added. */
export const operatorLooks = sqliteTable(
  "operator_looks",
  {
    id: text("id").primaryKey(),
    at: integer("at").notNull(),
    userId: text("user_id").notNull(),
    email: text("email").notNull(),
    /** As the API's description names it. */
    operation: text("operation").notNull(),
    /** The organization, event or mail, or what a list was narrowed to. */
    target: text("target"),
    ip: text("ip"),
  },
  (table) => [index("operator_looks_at").on(table.at)],
);
