import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The latest run of each job. */
export const jobRuns = sqliteTable("job_runs", {
  job: text("job").primaryKey(),
  everyMinutes: integer("every_minutes").notNull(),
  startedAt: integer("started_at").notNull(),
  /** Null while it runs, or where it was killed. */
  endedAt: integer("ended_at"),
  /** Why it failed: the code of an error of ours, or the name of another; null: it did not. */
  error: text("error"),
});
