import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OrgId } from "#ids.ts";

/** `provisioning → active → deleting → gone`; a job finishes what a crash left half done. */
export const organizations = sqliteTable(
  "organizations",
  {
    id: text("id").$type<OrgId>().primaryKey(),
    name: text("name").notNull(),
    slug: text("slug").unique(),
    state: text("state", { enum: ["provisioning", "active", "deleting", "gone"] }).notNull(),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    /** While `deleting`: when the data goes for good. Until then an owner may restore it. */
    deletesAt: integer("deletes_at"),
    /** While `deleting`: when the owners are to be written to about it next; null once they know for the last time. */
    closingNoticeAt: integer("closing_notice_at"),
    requireTwoFactor: integer("require_two_factor", { mode: "boolean" }).notNull().default(false),
    /** CIDR ranges that people and keys may come from; null: anywhere. */
    ipAllowList: text("ip_allow_list", { mode: "json" }).$type<string[]>(),
    /** Who may make keys: whoever runs the organization, or every member whose role allows it. */
    keyCreation: text("key_creation", { enum: ["administrators", "members"] })
      .notNull()
      .default("members"),
    /** Since when the operator keeps it from working, and what its owners were told; null: not suspended. */
    suspendedAt: integer("suspended_at"),
    suspensionReason: text("suspension_reason"),
    /** How numbers, money and dates are written for its people, as BCP 47; null: as each browser asks for it. */
    locale: text("locale"),
    /** Grows by triggers in the statements that change members, state, suspension or addresses: the policy that the object obeys. */
    policyVersion: integer("policy_version").notNull().default(0),
  },
  (table) => [
    index("organizations_state").on(table.state),
    index("organizations_created").on(table.createdAt, table.id),
  ],
);
