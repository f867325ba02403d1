import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OrgId } from "#ids.ts";
import { organizations } from "./organizations.ts";

/** An organization's data key, wrapped by the key ring. It is kept here only: a copy of the object alone opens nothing. */
export const dataKeys = sqliteTable("data_keys", {
  organizationId: text("organization_id")
    .$type<OrgId>()
    .primaryKey()
    .references(() => organizations.id),
  ringId: integer("ring_id").notNull(),
  wrapped: blob("wrapped", { mode: "buffer" }).notNull(),
});
