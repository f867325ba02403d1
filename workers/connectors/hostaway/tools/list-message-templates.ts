import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { toChannel } from "../channels.ts";
import type { HostawayClient } from "../client.ts";
import { Cursor, limitOf, NextCursor, PropertyId, Total } from "../input.ts";
import { cutPage, readPosition } from "../page.ts";
import { contains } from "../text.ts";

export const listMessageTemplates = defineTool<HostawayClient>()({
  name: "list_message_templates",
  title: "List message templates",
  access: "read",
  toolset: "messaging",
  description:
    "Lists the message templates that the host's team wrote, by name, with their text. Placeholders such as {{guest_first_name}} are left as they are: fill them in from the booking. " +
    "A template without a property or a channel is for all of them. Use it to answer in the host's own words. For what was really sent call search_messages.",
  input: z.object({
    query: z.string().min(2).optional().describe("Part of its name, description or text"),
    property_id: PropertyId.optional().describe("Those that suit this property"),
    limit: limitOf(20, 50),
    cursor: Cursor,
  }),
  output: z.object({
    templates: z.array(
      z.object({
        id: z.number(),
        name: z.string().optional(),
        description: z.string().optional(),
        property_id: z.number().optional(),
        channel: z.string().optional(),
        text: z.string().optional(),
      }),
    ),
    total: Total,
    next_cursor: NextCursor,
  }),
  async run({ client, input, cursors, signal }) {
    const { query, property_id, limit } = input;
    const rows = (await client.messages.getTemplates(signal)).filter(
      ({ listingMapId, name, description, message }) =>
        (property_id === undefined || listingMapId === undefined || listingMapId === property_id) &&
        (query === undefined || [name, description, message].some((text) => contains(text, query))),
    );
    const position = readPosition(cursors, input.cursor);
    const page = cutPage(
      { rows },
      { cursors, position, limit, toKey: ({ name = "" }) => name.toLowerCase() },
    );
    return {
      templates: page.rows.map((template) => ({
        id: template.id,
        name: template.name,
        description: template.description,
        property_id: template.listingMapId,
        channel: toChannel(template),
        text: template.message,
      })),
      total: page.total,
      next_cursor: page.nextCursor,
    };
  },
});
