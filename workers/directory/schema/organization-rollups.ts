import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OrgId } from "#ids.ts";
import { organizations } from "./organizations.ts";

/** An outgoing webhook that fails. Of its address the host only: what comes after it may be a secret. */
export interface FailingWebhook {
  id: string;
  host: string;
  failingSince: number | null;
  disabledAt: number | null;
}

/** What else an organization's object reported of itself, and when it is asked again. */
export const organizationRollups = sqliteTable(
  "organization_rollups",
  {
    organizationId: text("organization_id")
      .$type<OrgId>()
      .primaryKey()
      .references(() => organizations.id),
    nextAt: integer("next_at").notNull(),
    /** Null: it never answered. */
    rolledUpAt: integer("rolled_up_at"),
    lastCallAt: integer("last_call_at"),
    /** Of the hour before it was asked. */
    hourCalls: integer("hour_calls").notNull().default(0),
    hourErrors: integer("hour_errors").notNull().default(0),
    failingWebhooks: text("failing_webhooks", { mode: "json" })
      .$type<FailingWebhook[]>()
      .notNull()
      .default(sql`'[]'`),
    /** How many migrations its database has seen. */
    schemaVersion: integer("schema_version"),
  },
  (table) => [index("organization_rollups_next").on(table.nextAt)],
);
