import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { Channel } from "../channels.ts";
import type { HostawayClient } from "../client.ts";
import { Cursor, limitOf, NextCursor, Total } from "../input.ts";
import { cutPage, readPosition } from "../page.ts";
import { StatusFilter } from "../statuses.ts";
import { taskCategories } from "../tasks.ts";
import { contains } from "../text.ts";

const dictionaries = {
  amenities: "amenities",
  bed_types: "bedTypes",
  property_types: "propertyTypes",
} as const;

/** What this product calls things, where Hostaway has numbers or many words. */
const vocabularies = {
  channels: Channel.options,
  booking_statuses: StatusFilter.options,
  task_categories: taskCategories,
} as const;

const Kind = z.enum([
  "amenities",
  "bed_types",
  "property_types",
  "channels",
  "booking_statuses",
  "task_categories",
]);

export const getReferenceData = defineTool<HostawayClient>()({
  name: "get_reference_data",
  title: "Get reference data",
  access: "read",
  toolset: "operations",
  description:
    "Lists what fixed fields can hold: the account's amenities, bed types and property types with Hostaway's ids, as create_listing and update_listing take them, and the words for channels, booking statuses and task categories. " +
    "For fields that the account made itself call list_custom_fields; for whom to assign, list_users.",
  input: z.object({
    kind: Kind,
    query: z.string().min(1).optional().describe("Part of the name"),
    limit: limitOf(100, 200),
    cursor: Cursor,
  }),
  output: z.object({
    kind: Kind,
    entries: z.array(z.object({ id: z.number().optional(), name: z.string() })),
    total: Total,
    next_cursor: NextCursor,
  }),
  async run({ client, input, cursors, signal }) {
    const { kind, query, limit } = input;
    const hasIds = kind in dictionaries;
    const rows = (await readEntries(client, kind, signal)).filter(
      ({ name }) => query === undefined || contains(name, query),
    );
    const position = readPosition(cursors, input.cursor);
    const page = cutPage({ rows }, { cursors, position, limit, toKey: ({ name }) => name.toLowerCase() });
    return {
      kind,
      entries: page.rows.map(({ id, name }) => ({ id: hasIds ? id : undefined, name })),
      total: page.total,
      next_cursor: page.nextCursor,
    };
  },
});

async function readEntries(
  client: HostawayClient,
  kind: z.infer<typeof Kind>,
  signal: AbortSignal,
): Promise<{ id: number; name: string }[]> {
  if (kind === "amenities" || kind === "bed_types" || kind === "property_types") {
    const dictionary = await client.getDictionary(dictionaries[kind], signal);
    return [...dictionary].map(([id, name]) => ({ id, name }));
  }
  return vocabularies[kind].map((name, index) => ({ id: index + 1, name }));
}
