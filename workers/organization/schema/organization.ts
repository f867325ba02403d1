import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OrgId } from "#ids.ts";
import type { Entitlement } from "../limits/entitlement.ts";

/** One row: whose object this is, and what it may do now. */
export const organization = sqliteTable("organization", {
  id: text("id").$type<OrgId>().primaryKey(),
  entitlement: text("entitlement", { mode: "json" }).$type<Entitlement>().notNull(),
  createdAt: integer("created_at").notNull(),
});
