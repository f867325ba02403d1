import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ErrorCode } from "#errors.ts";
import type { ChangeId } from "#ids.ts";

export const itemStates = ["pending", "started", "done", "failed"] as const;

/** The steps of a change. Each ends once, in `done` or `failed`, in the transaction of its audit row. */
export const changeItems = sqliteTable(
  "change_items",
  {
    change: text("change").$type<ChangeId>().notNull(),
    /** In the order in which they are applied, from 0. */
    seq: integer("seq").notNull(),
    /** An id, or an id and dates. */
    item: text("item").notNull(),
    /** `started`: sent upstream, perhaps. */
    state: text("state", { enum: itemStates }).notNull(),
    /** What to do, and the fields before and after: JSON, encrypted. */
    data: text("data").notNull(),
    /** What upstream answered: JSON, encrypted. */
    result: text("result"),
    errorCode: text("error_code").$type<ErrorCode>(),
    errorMessage: text("error_message"),
  },
  (table) => [primaryKey({ columns: [table.change, table.seq] })],
);
