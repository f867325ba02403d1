import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ErrorCode } from "#errors.ts";
import type { ConnectionId } from "#ids.ts";

/** The addresses that upstreams send a connection's news to: the one in use, and one that is to replace it. */
export const webhooks = sqliteTable(
  "webhooks",
  {
    /** SHA-256 of the address's secret part, which is stored nowhere. */
    tokenHash: text("token_hash").primaryKey(),
    connection: text("connection").$type<ConnectionId>().notNull(),
    /** SHA-256 of login and password. */
    credentialHash: text("credential_hash").notNull(),
    /** Null until the upstream has registered it. */
    upstreamId: integer("upstream_id"),
    /** Why the latest attempt to register it failed. */
    errorCode: text("error_code").$type<ErrorCode>(),
  },
  (table) => [index("webhooks_connection").on(table.connection)],
);
