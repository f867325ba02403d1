import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { ChangeId } from "#ids.ts";
import type { OrganizationClient } from "../tools/organization-client.ts";
import { findWriteTool } from "../tools/tool-table.ts";
import { describeUndo } from "./describe-undo.ts";
import { mayReach } from "./reach-change.ts";
import type { ChangeRow } from "./stored.ts";

const Input = z.object({
  cursor: z.string().optional().describe("next_cursor of the page before"),
  limit: z.int().min(1).max(50).default(20).describe("Changes per page"),
});

const Output = z.object({
  changes: z.array(
    z.object({
      change_id: z.string(),
      tool: z.string(),
      message: z.string(),
      status: z.enum(["running", "done", "partial", "failed", "undone"]),
      total: z.number(),
      made_at: z.string(),
      by_this_key: z.boolean(),
      undo: z.object({ possible: z.boolean(), reason: z.string().optional() }),
      undoes: z.string().optional(),
    }),
  ),
  next_cursor: z.string().optional(),
});

const PageState = z.object({ createdAt: z.number(), id: ChangeId });

/** Most keys reach every change; one that reaches few gets short pages rather than long waits. */
export const listChanges = defineTool<OrganizationClient>()({
  name: "list_changes",
  title: "List changes",
  access: "read",
  toolset: "core",
  description:
    "Lists what was changed through this server in the last 90 days, by any key, newest first: what it was, how it ended, and " +
    "whether undo_change can take it back. Changes that people made elsewhere are not in it. Use get_job_status for the items " +
    "that failed.",
  input: Input,
  output: Output,
  run: async ({ client: { caller, rooms }, cursors, input: { cursor, limit } }) => {
    const { changes } = rooms;
    const rows = changes.list(limit, cursor === undefined ? undefined : cursors.read(cursor, PageState));
    const last = rows.at(-1);
    const show = (change: ChangeRow, details = changes.openDetails(change)) => ({
      change_id: change.id,
      tool: change.tool,
      message: details.summary,
      status: change.state,
      total: change.total,
      made_at: new Date(change.createdAt).toISOString(),
      by_this_key: change.key === caller.credential,
      undo: describeUndo(findWriteTool(change.tool), details, change),
      undoes: change.undoes ?? undefined,
    });
    return {
      changes: rows.filter((change) => mayReach(rooms, caller, change)).map((change) => show(change)),
      next_cursor:
        last !== undefined && rows.length === limit
          ? cursors.write({ createdAt: last.createdAt, id: last.id })
          : undefined,
    };
  },
});
