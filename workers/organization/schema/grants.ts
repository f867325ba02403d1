import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ConnectionId, GrantId } from "#ids.ts";
import type { Scope } from "../keys/scope.ts";

/** What a member lets an assistant do on the member's behalf, from the consent page on. */
export const grants = sqliteTable("grants", {
  id: text("id").$type<GrantId>().primaryKey(),
  memberId: text("member_id").notNull(),
  clientId: text("client_id").notNull(),
  /** As the client calls itself. */
  clientName: text("client_name").notNull(),
  /** Whose the client is, where its id proves it; null: only its word. */
  clientDomain: text("client_domain"),
  redirectUri: text("redirect_uri").notNull(),
  scopes: text("scopes", { mode: "json" }).$type<Scope[]>().notNull(),
  /** Null: all toolsets. */
  toolsets: text("toolsets", { mode: "json" }).$type<string[]>(),
  /** Null: all connections, later ones too. */
  connections: text("connections", { mode: "json" }).$type<ConnectionId[]>(),
  /** When the member was asked: before the client signed in, if what the member let it do was remembered. */
  createdAt: integer("created_at").notNull(),
  /** When the client took its first token; null: it has not yet. */
  usedAt: integer("used_at"),
  revokedAt: integer("revoked_at"),
  /** What the OAuth library keeps: hashes and wrapped keys, no token. Null: revoked. */
  record: text("record"),
  /** By the platform's time: when it is over unless it is used before. */
  endsAt: integer("ends_at"),
});
