import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { jobRuns } from "../schema/index.ts";

interface Started {
  job: string;
  everyMinutes: number;
  now: number;
}

export async function recordJobStart(db: D1Database, { job, everyMinutes, now }: Started): Promise<void> {
  const run = { everyMinutes, startedAt: now, endedAt: null, error: null };
  await drizzle(db)
    .insert(jobRuns)
    .values({ job, ...run })
    .onConflictDoUpdate({ target: jobRuns.job, set: run });
}

/** `error` is null where it went well. */
export async function recordJobEnd(
  db: D1Database,
  { job, now, error }: { job: string; now: number; error: string | null },
): Promise<void> {
  await drizzle(db).update(jobRuns).set({ endedAt: now, error }).where(eq(jobRuns.job, job));
}
