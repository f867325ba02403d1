import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ChangeId, ConnectionId, CredentialId } from "#ids.ts";

/** What a write tool was asked to do and how far it came: written before anything is sent upstream. */
export const changes = sqliteTable(
  "changes",
  {
    id: text("id").$type<ChangeId>().primaryKey(),
    /** What it was asked for with: an API key or a grant. */
    key: text("key").$type<CredentialId>().notNull(),
    /** Whose steps these are; of an undo: the tool that made what is undone. */
    tool: text("tool").notNull(),
    connection: text("connection").$type<ConnectionId>().notNull(),
    /** Null also when a failure was certain to have changed nothing, so that the same key may try again. */
    idempotencyKey: text("idempotency_key"),
    /** Of the arguments, keyed, in hexadecimal: the same idempotency key with others is refused. */
    argumentsHash: text("arguments_hash").notNull(),
    state: text("state", { enum: ["running", "done", "partial", "failed", "undone"] }).notNull(),
    /** Worked through by the schedule, and not while a caller waits. */
    job: integer("job", { mode: "boolean" }).notNull(),
    total: integer("total").notNull(),
    createdAt: integer("created_at").notNull(),
    finishedAt: integer("finished_at"),
    /** The change that this one takes back. */
    undoes: text("undoes").$type<ChangeId>(),
    /** The change that takes this one back, or is about to. */
    undoneBy: text("undone_by").$type<ChangeId>(),
    /** Summary, money, warnings and what failed in planning: JSON, encrypted. */
    details: text("details").notNull(),
  },
  (table) => [
    uniqueIndex("changes_idempotency_key").on(table.key, table.tool, table.idempotencyKey),
    index("changes_state").on(table.state),
    index("changes_created_at").on(table.createdAt),
  ],
);
