import { and, eq, ne, sql } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { organizationRollups, organizations } from "../schema/index.ts";
import type { FailingWebhook } from "../schema/organization-rollups.ts";

/** One that did not answer is asked again later, so that it keeps no other waiting. */
export async function postponeRollup({ id, orm }: Scope, nextAt: number): Promise<void> {
  const nothing = orm
    .select({
      organizationId: organizations.id,
      nextAt: sql<number>`${nextAt}`.as("next_at"),
      rolledUpAt: sql<null>`null`.as("rolled_up_at"),
      lastCallAt: sql<null>`null`.as("last_call_at"),
      hourCalls: sql<number>`0`.as("hour_calls"),
      hourErrors: sql<number>`0`.as("hour_errors"),
      failingWebhooks: sql<FailingWebhook[]>`'[]'`.as("failing_webhooks"),
      schemaVersion: sql<null>`null`.as("schema_version"),
    })
    .from(organizations)
    .where(and(eq(organizations.id, id), ne(organizations.state, "gone")));
  await orm
    .insert(organizationRollups)
    .select(nothing)
    .onConflictDoUpdate({ target: organizationRollups.organizationId, set: { nextAt } });
}
