import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Tool calls per UTC hour and length: together the rows of some hours are a histogram of how long calls took. */
export const usageHours = sqliteTable(
  "usage_hours",
  {
    /** `2027-03-10T14`. */
    hour: text("hour").notNull(),
    /** See usage/duration-buckets.ts. */
    bucket: integer("bucket").notNull(),
    calls: integer("calls").notNull(),
    billable: integer("billable").notNull(),
    errors: integer("errors").notNull(),
    durationMs: integer("duration_ms").notNull(),
  },
  (table) => [primaryKey({ columns: [table.hour, table.bucket] })],
);
