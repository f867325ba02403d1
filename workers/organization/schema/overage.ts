import { integer, sqliteTable } from "drizzle-orm/sqlite-core";

/** Tool calls beyond the quota that are paid for, per period. */
export const overage = sqliteTable("overage", {
  /** The period's first moment. */
  period: integer("period").primaryKey(),
  calls: integer("calls").notNull(),
  /** As many of them have arrived at the payment provider. */
  reported: integer("reported").notNull().default(0),
  /** Up to here a report is under way, which is repeated as it is until it has arrived. */
  reporting: integer("reporting"),
  /** When that report was made. */
  reportedAt: integer("reported_at"),
});
