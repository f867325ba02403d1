import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OrgId } from "#ids.ts";
import { organizations } from "./organizations.ts";

/** The newest row of each organization's audit log as it was last published, out of the object's own reach. */
export const auditHeads = sqliteTable("audit_heads", {
  organizationId: text("organization_id")
    .$type<OrgId>()
    .primaryKey()
    .references(() => organizations.id),
  seq: integer("seq").notNull(),
  hash: text("hash").notNull(),
  at: integer("at").notNull(),
});
