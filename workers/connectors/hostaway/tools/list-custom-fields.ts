import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { Cursor, limitOf, NextCursor, Note, Total } from "../input.ts";
import { cutPage, readPosition } from "../page.ts";
import { walkByOffset } from "../walk.ts";

const MAX_PAGES = 5;

export const listCustomFields = defineTool<HostawayClient>()({
  name: "list_custom_fields",
  title: "List custom fields",
  access: "read",
  toolset: "operations",
  description:
    "Lists the custom fields that the account has defined for bookings, properties and tasks: name, the variable that stands for it in templates, type and possible values. The values themselves are not here. " +
    "For templates that use them call list_message_templates; for fixed lists such as amenities call get_reference_data.",
  input: z.object({
    of: z.enum(["booking", "property", "task"]).optional(),
    limit: limitOf(50, 100),
    cursor: Cursor,
  }),
  output: z.object({
    custom_fields: z.array(
      z.object({
        id: z.number(),
        name: z.string().optional(),
        variable: z.string().optional(),
        of: z.string().optional(),
        type: z.string().optional(),
        possible_values: z.array(z.string()).optional(),
        public: z.boolean().optional(),
      }),
    ),
    total: Total,
    next_cursor: NextCursor,
    note: Note,
  }),
  async run({ client, input, cursors, signal }) {
    const walk = await walkByOffset(
      (limit, offset) => client.operations.getCustomFields({ limit, offset }, signal),
      { maxPages: MAX_PAGES },
    );
    const rows = walk.rows.filter(
      ({ objectType }) => input.of === undefined || objectType === objectTypes[input.of],
    );
    const page = cutPage(
      { rows },
      {
        cursors,
        position: readPosition(cursors, input.cursor),
        limit: input.limit,
        toKey: ({ objectType = "", name = "" }) => `${objectType} ${name.toLowerCase()}`,
      },
    );
    const isTruncated = walk.next !== undefined;
    return {
      custom_fields: page.rows.map((field) => ({
        id: field.id,
        name: field.name,
        variable: field.varName,
        of: names.get(field.objectType ?? "") ?? field.objectType,
        type: field.type,
        possible_values: field.possibleValues.length > 0 ? field.possibleValues : undefined,
        public: field.isPublic,
      })),
      total: isTruncated ? undefined : page.total,
      next_cursor: page.nextCursor,
      note: isTruncated ? "There are more custom fields than were read." : undefined,
    };
  },
});

const objectTypes = { booking: "reservation", property: "listing", task: "task" } as const;
const names = new Map<string, string>(Object.entries(objectTypes).map(([name, type]) => [type, name]));
