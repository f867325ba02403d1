import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Where retention cut the beginning off the audit log. The newest row is where the chain starts now. */
export const auditCheckpoints = sqliteTable("audit_checkpoints", {
  /** Of the last row that was deleted. */
  seq: integer("seq").primaryKey(),
  /** Of that row: the first one that is left follows from it. */
  hash: text("hash").notNull(),
  at: integer("at").notNull(),
  /** How many rows this cut deleted. */
  count: integer("count").notNull(),
  ringId: integer("ring_id").notNull(),
  /** HMAC-SHA-256 under the key ring, which whoever can write to this database does not have. */
  signature: text("signature").notNull(),
});
