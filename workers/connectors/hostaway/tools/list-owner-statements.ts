import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { Cursor, limitOf, NextCursor, Total } from "../input.ts";
import { cutPage, readPosition } from "../page.ts";
import { contains } from "../text.ts";

export const listOwnerStatements = defineTool<HostawayClient>()({
  name: "list_owner_statements",
  title: "List owner statements",
  access: "read",
  toolset: "finance",
  description:
    "Lists the owner statements made in Hostaway, newest first, by id and name. Hostaway gives no more here; month and owner are usually in the name. " +
    "For amounts, bookings and expenses of one call get_owner_statement; for a period without a statement call get_financial_report.",
  input: z.object({
    query: z.string().min(1).optional().describe("Part of the name"),
    limit: limitOf(25, 100),
    cursor: Cursor,
  }),
  output: z.object({
    statements: z.array(z.object({ id: z.number(), name: z.string().optional() })),
    total: Total,
    next_cursor: NextCursor,
  }),
  async run({ client, input, cursors, signal }) {
    const { query, limit } = input;
    const rows = (await client.finance.getStatementNames(signal)).filter(
      ({ statementName }) => query === undefined || contains(statementName, query),
    );
    const page = cutPage(
      { rows },
      { cursors, position: readPosition(cursors, input.cursor), limit, order: "descending", toKey: () => "" },
    );
    return {
      statements: page.rows.map(({ id, statementName }) => ({ id, name: statementName })),
      total: page.total,
      next_cursor: page.nextCursor,
    };
  },
});
