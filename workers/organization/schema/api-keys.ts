import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { KeyId } from "#ids.ts";
import type { Scope } from "../keys/scope.ts";

export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: text("id").$type<KeyId>().primaryKey(),
    name: text("name").notNull(),
    /** SHA-256 of the key, hexadecimal. The key itself is stored nowhere. */
    hash: text("hash").notNull().unique(),
    lastFour: text("last_four").notNull(),
    scopes: text("scopes", { mode: "json" }).$type<Scope[]>().notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at"),
    revokedAt: integer("revoked_at"),
  },
  (table) => [index("api_keys_active").on(table.revokedAt, table.createdAt)],
);
