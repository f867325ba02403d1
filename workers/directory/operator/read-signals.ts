import { and, count, desc, gt, gte, inArray, isNull, lt, min, sql, sum } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { acrossOrganizations } from "../across-organizations.ts";
import {
  billingEvents,
  emails,
  failedSignIns,
  jobRuns,
  organizationRollups,
  slowQueries,
  usageRollups,
} from "../schema/index.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Younger ones may be with the request that wrote them. */
const UNDER_WAY_MS = 10 * MINUTE_MS;
/** Stripe keeps events no longer; accounts are read anew each day. */
const REPLAYABLE_MS = 30 * DAY_MS;

/** What the health of the platform is judged by. */
export async function readSignals(db: D1Database, now: number) {
  const orm = drizzle(db);
  const across = acrossOrganizations(db, "the operator's console");
  const yesterday = new Date(now - DAY_MS).toISOString().slice(0, 10);
  const total = (column: AnySQLiteColumn) => sql<number>`coalesce(${sum(column)}, 0)`;
  const [[[hour], [day]], [[mails], [events], [signIns], [slow], jobs, slowest]] = await Promise.all([
    across.batch([
      across
        .select({
          calls: total(organizationRollups.hourCalls),
          errors: total(organizationRollups.hourErrors),
        })
        .from(organizationRollups)
        .where(gt(organizationRollups.rolledUpAt, now - 2 * HOUR_MS)),
      across
        .select({ calls: total(usageRollups.calls), errors: total(usageRollups.errors) })
        .from(usageRollups)
        .where(gte(usageRollups.day, yesterday)),
    ]),
    orm.batch([
      orm
        .select({ count: count(), since: min(emails.createdAt) })
        .from(emails)
        .where(and(isNull(emails.sentAt), lt(emails.createdAt, now - UNDER_WAY_MS))),
      orm
        .select({ count: count(), since: min(billingEvents.receivedAt) })
        .from(billingEvents)
        .where(
          and(
            inArray(billingEvents.state, ["processing", "failed"]),
            lt(billingEvents.receivedAt, now - UNDER_WAY_MS),
            gt(billingEvents.receivedAt, now - REPLAYABLE_MS),
          ),
        ),
      orm
        .select({ count: count(), since: sql<number | null>`min(value ->> 0)` })
        .from(sql`${failedSignIns}, json_each(${failedSignIns.recent})`)
        .where(sql`value ->> 0 > ${now - HOUR_MS}`),
      orm
        .select({ count: count(), since: min(slowQueries.at) })
        .from(slowQueries)
        .where(gt(slowQueries.at, now - HOUR_MS)),
      orm.select().from(jobRuns).orderBy(jobRuns.job),
      orm
        .select({ at: slowQueries.at, durationMs: slowQueries.durationMs, statement: slowQueries.statement })
        .from(slowQueries)
        .orderBy(desc(slowQueries.at))
        .limit(20),
    ]),
  ]);
  return { hour, day, mails, events, signIns, slow, jobs, slowest };
}

export type Signals = Awaited<ReturnType<typeof readSignals>>;
