import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Upstream accounts that have had their trial, as keyed hashes: kept when the organization goes. */
export const trialClaims = sqliteTable("trial_claims", {
  accountHash: text("account_hash").primaryKey(),
  claimedBy: text("claimed_by").notNull(),
  claimedAt: integer("claimed_at").notNull(),
});
