import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { WebhookId } from "#ids.ts";
import type { EventType } from "../outgoing/event-types.ts";

/** Addresses of the organization's own that hear of events. */
export const outgoingWebhooks = sqliteTable("outgoing_webhooks", {
  id: text("id").$type<WebhookId>().primaryKey(),
  url: text("url").notNull(),
  /** Empty: of all events. */
  events: text("events", { mode: "json" }).$type<EventType[]>().notNull(),
  /** What deliveries are signed with, encrypted. */
  secret: text("secret").notNull(),
  /** The one before signs too until then, so that receivers can change over. */
  formerSecret: text("former_secret"),
  formerSecretUntil: integer("former_secret_until"),
  enabled: integer("enabled", { mode: "boolean" }).notNull(),
  createdAt: integer("created_at").notNull(),
  /** When the first of the failures began that no success and no quiet day has followed. */
  failingSince: integer("failing_since"),
  /** When it was switched off because of them. */
  disabledAt: integer("disabled_at"),
});
