import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ClientConfigurationId, ConnectionId, KeyId } from "#ids.ts";
import type { KeyClientName } from "../clients/client-catalogue.ts";

/** How a person's client is set up: a note beside the key, which alone decides what may be called. */
export const clientConfigurations = sqliteTable("client_configurations", {
  id: text("id").$type<ClientConfigurationId>().primaryKey(),
  name: text("name").notNull().unique(),
  client: text("client").$type<KeyClientName>().notNull(),
  environment: text("environment", { enum: ["live", "test"] }).notNull(),
  /** Stays when the key is revoked; goes on to the key that a regeneration puts in its place. */
  key: text("key").$type<KeyId>().notNull(),
  /** Null: all that the key may use. */
  connections: text("connections", { mode: "json" }).$type<ConnectionId[]>(),
  createdBy: text("created_by").notNull(),
  createdAt: integer("created_at").notNull(),
  updatedAt: integer("updated_at").notNull(),
});
