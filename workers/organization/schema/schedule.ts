import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { TaskName } from "../schedule/tasks.ts";

/** What this organization's object does by itself, and when. */
export const schedule = sqliteTable("schedule", {
  task: text("task").$type<TaskName>().primaryKey(),
  /** Milliseconds since the epoch, by the product's clock. */
  dueAt: integer("due_at").notNull(),
  /** How often it has failed in a row. */
  failures: integer("failures").notNull().default(0),
});
