import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { EventId } from "#ids.ts";
import type { EventType } from "../outgoing/event-types.ts";

/** What others are told of, by mail and by outgoing webhooks. */
export const events = sqliteTable(
  "events",
  {
    id: text("id").$type<EventId>().primaryKey(),
    /** What happened, so that it is told once only. */
    key: text("key").notNull().unique(),
    type: text("type").$type<EventType>().notNull(),
    data: text("data", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    at: integer("at").notNull(),
    /** Null while members are still to hear of it by mail. */
    toldAt: integer("told_at"),
  },
  (table) => [index("events_told_at").on(table.toldAt)],
);
