import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * Append-only, but for the oldest rows, which retention deletes behind a signed row of `audit_checkpoints`. `hash` covers
 * the row and the hash before it, so that a changed, missing, inserted or moved row shows. A tail that was cut off leaves
 * a chain that is whole: it shows only against the head that was published outside of the object. No further index, since
 * every tool call would pay for it.
 */
export const auditLog = sqliteTable("audit_log", {
  seq: integer("seq").primaryKey(),
  at: integer("at").notNull(),
  actor: text("actor").notNull(),
  surface: text("surface", { enum: ["mcp", "rest", "internal"] }).notNull(),
  action: text("action").notNull(),
  target: text("target"),
  connection: text("connection"),
  /** `ok`, `started` for a write about to be made, or an error code. */
  result: text("result").notNull(),
  /** Of a refusal or a failure: what the caller was told. */
  message: text("message"),
  billable: integer("billable", { mode: "boolean" }).notNull(),
  durationMs: integer("duration_ms").notNull(),
  ip: text("ip"),
  userAgent: text("user_agent"),
  /** Redacted JSON, encrypted. */
  details: text("details"),
  hash: text("hash").notNull(),
});
