import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { GrantId } from "#ids.ts";

/** Access tokens of grants. */
export const grantTokens = sqliteTable(
  "grant_tokens",
  {
    /** SHA-256 of the token, hexadecimal. The token itself is stored nowhere. */
    id: text("id").primaryKey(),
    grantId: text("grant_id").$type<GrantId>().notNull(),
    /** What the OAuth library keeps of it. */
    record: text("record").notNull(),
    /** By the platform's time. */
    endsAt: integer("ends_at").notNull(),
  },
  (table) => [index("grant_tokens_grant").on(table.grantId), index("grant_tokens_ends_at").on(table.endsAt)],
);
