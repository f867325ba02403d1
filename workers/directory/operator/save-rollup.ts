import { and, eq, lt, lte, sql } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { organizationRollups, usageRollups } from "../schema/index.ts";
import type { FailingWebhook } from "../schema/organization-rollups.ts";

const DAY_MS = 86_400_000;
const KEPT_MS = 396 * DAY_MS;
/** A statement takes a hundred values. */
const DAYS_AT_ONCE = 15;

interface Rollup {
  at: number;
  days: { day: string; calls: number; billable: number; errors: number }[];
  hour: { calls: number; errors: number };
  lastCallAt: number | null;
  failingWebhooks: FailingWebhook[];
  schemaVersion: number;
}

/** What was counted earlier never replaces what was counted later; the same again changes nothing. */
export async function saveRollup({ id, orm }: Scope, rollup: Rollup, nextAt: number): Promise<void> {
  const { at: rolledUpAt, days, hour, lastCallAt, failingWebhooks, schemaVersion } = rollup;
  const told = { rolledUpAt, lastCallAt, failingWebhooks, schemaVersion };
  const row = { ...told, nextAt, hourCalls: hour.calls, hourErrors: hour.errors };
  const chunks = Array.from({ length: Math.ceil(days.length / DAYS_AT_ONCE) }, (_, index) =>
    days.slice(index * DAYS_AT_ONCE, (index + 1) * DAYS_AT_ONCE),
  );
  const isNewer = lte(usageRollups.rolledUpAt, sql`excluded.rolled_up_at`);
  const first = new Date(rolledUpAt - KEPT_MS).toISOString().slice(0, 10);
  await orm.batch([
    orm
      .insert(organizationRollups)
      .values({ organizationId: id, ...row })
      .onConflictDoUpdate({
        target: organizationRollups.organizationId,
        set: row,
        setWhere: sql`coalesce(${organizationRollups.rolledUpAt}, 0) <= ${rolledUpAt}`,
      }),
    ...chunks.map((chunk) =>
      orm
        .insert(usageRollups)
        .values(chunk.map((day) => ({ organizationId: id, ...day, rolledUpAt })))
        .onConflictDoUpdate({
          target: [usageRollups.organizationId, usageRollups.day],
          set: {
            calls: sql`excluded.calls`,
            billable: sql`excluded.billable`,
            errors: sql`excluded.errors`,
            rolledUpAt: sql`excluded.rolled_up_at`,
          },
          setWhere: isNewer,
        }),
    ),
    orm.delete(usageRollups).where(and(eq(usageRollups.organizationId, id), lt(usageRollups.day, first))),
  ]);
}

/** One that did not answer is asked again later, so that it keeps no other waiting. */
export async function postponeRollup({ id, orm }: Scope, nextAt: number): Promise<void> {
  await orm
    .insert(organizationRollups)
    .values({ organizationId: id, nextAt })
    .onConflictDoUpdate({ target: organizationRollups.organizationId, set: { nextAt } });
}
