import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Append-only. `hash` covers the row and the hash before it, so that a change, a gap or a cut shows. */
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
  billable: integer("billable", { mode: "boolean" }).notNull(),
  durationMs: integer("duration_ms").notNull(),
  ip: text("ip"),
  userAgent: text("user_agent"),
  /** Redacted JSON, encrypted. */
  details: text("details"),
  hash: text("hash").notNull(),
});
