import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OrgId } from "#ids.ts";
import { organizations } from "./organizations.ts";

/** The billable ledger's part about listings: how many were active, by UTC day. Kept 13 months. */
export const listingCounts = sqliteTable(
  "listing_counts",
  {
    organizationId: text("organization_id")
      .$type<OrgId>()
      .notNull()
      .references(() => organizations.id),
    day: text("day").notNull(),
    listings: integer("listings").notNull(),
    countedAt: integer("counted_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.day] })],
);
