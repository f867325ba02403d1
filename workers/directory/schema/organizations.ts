import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OrgId } from "#ids.ts";

/** `provisioning → active → deleting → gone`; a job finishes what a crash left half done. */
export const organizations = sqliteTable("organizations", {
  id: text("id").$type<OrgId>().primaryKey(),
  name: text("name").notNull(),
  slug: text("slug").unique(),
  logo: text("logo"),
  metadata: text("metadata"),
  state: text("state", { enum: ["provisioning", "active", "deleting", "gone"] }).notNull(),
  createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
});
