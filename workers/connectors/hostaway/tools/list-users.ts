import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { Cursor, limitOf, NextCursor, Total } from "../input.ts";
import { cutPage, readPosition } from "../page.ts";
import { contains } from "../text.ts";

export const listUsers = defineTool<HostawayClient>()({
  name: "list_users",
  title: "List users",
  access: "read",
  toolset: "operations",
  description:
    "Lists the people who work in the Hostaway account, with their group, to find whom a task can be assigned to. Permissions, phone numbers and keys are never included. " +
    "These are Hostaway's users, not guests: for those call get_guest_info. To assign somebody call create_task or update_task; for what somebody has to do call list_tasks.",
  input: z.object({
    query: z.string().min(1).optional().describe("Part of the name or e-mail address"),
    limit: limitOf(50, 100),
    cursor: Cursor,
  }),
  output: z.object({
    users: z.array(
      z.object({
        id: z.number(),
        name: z.string().optional(),
        email: z.string().optional(),
        group: z.string().optional(),
        admin: z.boolean().optional(),
      }),
    ),
    total: Total,
    next_cursor: NextCursor,
  }),
  async run({ client, input, cursors, signal }) {
    const { query, limit } = input;
    const [users, groups] = await Promise.all([
      client.operations.getUsers(signal),
      client.operations.getUserGroups(signal),
    ]);
    const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
    const rows = users
      .map((user) => ({ ...user, name: [user.firstName, user.lastName].filter(Boolean).join(" ") }))
      .filter(({ name, email }) => query === undefined || contains(name, query) || contains(email, query));
    const position = readPosition(cursors, input.cursor);
    const page = cutPage({ rows }, { cursors, position, limit, toKey: ({ name }) => name.toLowerCase() });
    return {
      users: page.rows.map(({ id, name, email, userGroupId, isAdmin }) => ({
        id,
        name: name || undefined,
        email,
        group: groupNames.get(userGroupId ?? 0),
        admin: isAdmin || undefined,
      })),
      total: page.total,
      next_cursor: page.nextCursor,
    };
  },
});
