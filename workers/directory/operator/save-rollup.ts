import { and, eq, lt, lte, ne, sql } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { organizationRollups, organizations, usageRollups } from "../schema/index.ts";
import type { FailingWebhook } from "../schema/organization-rollups.ts";

const DAY_MS = 86_400_000;
const KEPT_MS = 396 * DAY_MS;

interface Rollup {
  at: number;
  days: { day: string; calls: number; billable: number; errors: number }[];
  hour: { calls: number; errors: number };
  lastCallAt: number | null;
  failingWebhooks: FailingWebhook[];
  schemaVersion: number;
}

/**
 * What was counted earlier never replaces what was counted later; the same again changes nothing, and where the organization
 * is gone nothing is kept any more.
 */
export async function saveRollup({ id, orm }: Scope, rollup: Rollup, nextAt: number): Promise<void> {
  const { at, days, hour, lastCallAt, failingWebhooks, schemaVersion } = rollup;
  const isThere = and(eq(organizations.id, id), ne(organizations.state, "gone"));
  const told = orm
    .select({
      organizationId: organizations.id,
      nextAt: sql<number>`${nextAt}`.as("next_at"),
      rolledUpAt: sql<number>`${at}`.as("rolled_up_at"),
      lastCallAt: sql<number | null>`${lastCallAt}`.as("last_call_at"),
      hourCalls: sql<number>`${hour.calls}`.as("hour_calls"),
      hourErrors: sql<number>`${hour.errors}`.as("hour_errors"),
      failingWebhooks: sql<FailingWebhook[]>`${JSON.stringify(failingWebhooks)}`.as("failing_webhooks"),
      schemaVersion: sql<number>`${schemaVersion}`.as("schema_version"),
    })
    .from(organizations)
    .where(isThere);
  const counted = orm
    .select({
      organizationId: organizations.id,
      day: sql<string>`value ->> 'day'`.as("day"),
      calls: sql<number>`value ->> 'calls'`.as("calls"),
      billable: sql<number>`value ->> 'billable'`.as("billable"),
      errors: sql<number>`value ->> 'errors'`.as("errors"),
      rolledUpAt: sql<number>`${at}`.as("rolled_up_at"),
    })
    .from(organizations)
    .innerJoin(sql`json_each(${JSON.stringify(days)})`, sql`true`)
    .where(isThere);
  const first = new Date(at - KEPT_MS).toISOString().slice(0, 10);
  await orm.batch([
    orm
      .insert(organizationRollups)
      .select(told)
      .onConflictDoUpdate({
        target: organizationRollups.organizationId,
        set: {
          nextAt,
          rolledUpAt: at,
          lastCallAt,
          hourCalls: hour.calls,
          hourErrors: hour.errors,
          failingWebhooks,
          schemaVersion,
        },
        setWhere: sql`coalesce(${organizationRollups.rolledUpAt}, 0) <= ${at}`,
      }),
    orm
      .insert(usageRollups)
      .select(counted)
      .onConflictDoUpdate({
        target: [usageRollups.organizationId, usageRollups.day],
        set: {
          calls: sql`excluded.calls`,
          billable: sql`excluded.billable`,
          errors: sql`excluded.errors`,
          rolledUpAt: sql`excluded.rolled_up_at`,
        },
        setWhere: lte(usageRollups.rolledUpAt, sql`excluded.rolled_up_at`),
      }),
    orm.delete(usageRollups).where(and(eq(usageRollups.organizationId, id), lt(usageRollups.day, first))),
  ]);
}
