import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OrgId } from "#ids.ts";
import { organizations } from "./organizations.ts";

/** Tool calls of an organization by UTC day, as its object counted them. Kept for 13 months. */
export const usageRollups = sqliteTable(
  "usage_rollups",
  {
    organizationId: text("organization_id")
      .$type<OrgId>()
      .notNull()
      .references(() => organizations.id),
    day: text("day").notNull(),
    calls: integer("calls").notNull(),
    billable: integer("billable").notNull(),
    errors: integer("errors").notNull(),
    /** When the object counted them: what was counted earlier replaces nothing. */
    rolledUpAt: integer("rolled_up_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.day] }),
    index("usage_rollups_day").on(table.day),
  ],
);
