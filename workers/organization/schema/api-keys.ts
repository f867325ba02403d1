import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { KeyId } from "#ids.ts";
import type { Scope, Writes } from "../keys/scope.ts";

export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: text("id").$type<KeyId>().primaryKey(),
    name: text("name").notNull(),
    environment: text("environment", { enum: ["live", "test"] })
      .notNull()
      .default("live"),
    /** SHA-256 of the key, hexadecimal. The key itself is stored nowhere. */
    hash: text("hash").notNull().unique(),
    lastFour: text("last_four").notNull(),
    scopes: text("scopes", { mode: "json" }).$type<Scope[]>().notNull(),
    /** What a key with the scope "write" may do with it: write, or only try what a write would do. */
    writes: text("writes").$type<Writes>().notNull().default("allowed"),
    /** Null: all toolsets. */
    toolsets: text("toolsets", { mode: "json" }).$type<string[]>(),
    /** CIDR ranges that calls may come from. Null: anywhere. */
    ipAllowList: text("ip_allow_list", { mode: "json" }).$type<string[]>(),
    /** The member that the key is bound to: when that member leaves, the key goes too. */
    memberId: text("member_id"),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at"),
    revokedAt: integer("revoked_at"),
    /** The key that a regeneration put in its place. */
    replacedBy: text("replaced_by").$type<KeyId>(),
    /** A replaced key works until then, although it is revoked. Null: not a moment longer. */
    graceUntil: integer("grace_until"),
  },
  (table) => [index("api_keys_active").on(table.revokedAt, table.createdAt)],
);
