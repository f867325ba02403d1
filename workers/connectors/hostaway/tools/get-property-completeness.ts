import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { toCompleteness } from "../completeness.ts";
import { toDate } from "../dates.ts";
import { Cursor, limitOf, NextCursor, Note, PropertyId, Total } from "../input.ts";
import { cutPage, readPosition } from "../page.ts";
import { isArchived, type Listing } from "../schemas/listing.ts";
import { type Walk, walkByOffset } from "../walk.ts";

const MAX_PAGES = 5;

export const getPropertyCompleteness = defineTool<HostawayClient>()({
  name: "get_property_completeness",
  title: "Get property completeness",
  access: "read",
  toolset: "operations",
  description:
    "Checks what is missing from listings, the least complete first: photos, description, amenities, beds, address, prices, house rules, licence and its date, and more. " +
    "missing_for_channels names what Hostaway needs before a property can be connected to a channel. Archived properties are left out. " +
    "To see a property as it is call get_property_details; to fill gaps call update_listing.",
  input: z.object({
    property_id: PropertyId.optional(),
    limit: limitOf(20, 50),
    cursor: Cursor,
  }),
  output: z.object({
    properties: z.array(
      z.object({
        id: z.number(),
        name: z.string().optional(),
        score_percent: z.number().describe("Checks that are met"),
        missing: z.array(z.string()),
        missing_for_channels: z.array(z.string()),
      }),
    ),
    complete: z.number().describe("Properties that miss nothing"),
    total: Total,
    next_cursor: NextCursor,
    note: Note,
  }),
  async run({ client, input, cursors, now, signal }) {
    const position = readPosition(cursors, input.cursor);
    const walk = await readFull(client, input.property_id, position.start, signal);
    const today = toDate(now);
    const rows = walk.rows
      .filter((listing) => !isArchived(listing))
      .map((listing) => ({ id: listing.id, name: listing.name, ...toCompleteness(listing, today) }));
    const page = cutPage(
      { rows, next: walk.next },
      {
        cursors,
        position,
        limit: input.limit,
        toKey: ({ score_percent }) => String(score_percent).padStart(3, "0"),
      },
    );
    return {
      properties: page.rows,
      complete: rows.filter(({ score_percent }) => score_percent === 100).length,
      total: page.total,
      next_cursor: page.nextCursor,
      note:
        walk.next === undefined
          ? undefined
          : "Not all properties were read. next_cursor goes on with the others.",
    };
  },
});

async function readFull(
  client: HostawayClient,
  id: number | undefined,
  start: number | undefined,
  signal: AbortSignal,
): Promise<Walk<Listing>> {
  if (id !== undefined) return { rows: [await client.getListing(id, signal)] };
  return walkByOffset((limit, offset) => client.listings.getFull({ limit, offset }, signal), {
    start,
    maxPages: MAX_PAGES,
  });
}
