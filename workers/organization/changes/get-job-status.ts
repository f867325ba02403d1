import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { FailedItem, MAX_SHOWN } from "#connectors/write-schemas.ts";
import { ChangeId } from "#ids.ts";
import type { OrganizationClient } from "../tools/organization-client.ts";
import { findWriteTool } from "../tools/tool-table.ts";
import { countRequests, toJobSeconds } from "./count-fitting.ts";
import { reachChange } from "./reach-change.ts";
import { showFailure } from "./report.ts";

const Input = z.object({
  job_id: ChangeId.describe("The id of a job, or of any change"),
  cursor: z.string().optional().describe("next_cursor of the page before"),
  limit: z.int().min(1).max(MAX_SHOWN).default(20).describe("Failed items per page"),
});

const Output = z.object({
  job_id: z.string(),
  tool: z.string(),
  message: z.string(),
  status: z.enum(["running", "done", "partial", "failed", "undone"]),
  total: z.number(),
  done: z.number(),
  failed: z.number(),
  eta_seconds: z.number().optional().describe("At the pace that the connected service allows"),
  started_at: z.string(),
  finished_at: z.string().optional(),
  failed_items: z.array(FailedItem),
  next_cursor: z.string().optional(),
});

const PageState = z.object({ skip: z.int() });

export const getJobStatus = defineTool<OrganizationClient>()({
  name: "get_job_status",
  title: "Get job status",
  access: "read",
  toolset: "core",
  description:
    "Tells how far a job has come: how many items are done, which failed and why, and about how long the rest takes. A job " +
    "is what a batch becomes that is too large for one call; it goes on by itself. Also answers for any other change. Use " +
    "list_changes to find ids, and undo_change to take a change back.",
  input: Input,
  output: Output,
  run: async ({ client: { caller, rooms }, cursors, input }) => {
    const { changes, connections } = rooms;
    const change = reachChange(rooms, caller, input.job_id);
    const { failed: planned, summary } = changes.openDetails(change);
    const { done, failed, pending, started } = changes.countItems(change);
    const skip = input.cursor === undefined ? 0 : cursors.read(input.cursor, PageState).skip;
    const ended = changes.listItems(change, { states: ["failed"], limit: change.total }).map(showFailure);
    const all = [...planned, ...ended];
    const end = skip + input.limit;
    const used = connections.list().find(({ row }) => row.id === change.connection);
    const tool = findWriteTool(change.tool);
    const [next] = changes.listItems(change, { states: ["started", "pending"], limit: 1 });
    // The steps of one change are much alike.
    const perStep = tool && next && countRequests({ tool, isLater: true }, next.step);
    return {
      job_id: change.id,
      tool: change.tool,
      message: summary,
      status: change.state,
      total: change.total,
      done,
      failed: failed + planned.length,
      eta_seconds: used && perStep ? toJobSeconds(used.connector, perStep * (pending + started)) : undefined,
      started_at: new Date(change.createdAt).toISOString(),
      finished_at: change.finishedAt === null ? undefined : new Date(change.finishedAt).toISOString(),
      failed_items: all.slice(skip, end),
      next_cursor: end < all.length ? cursors.write({ skip: end }) : undefined,
    };
  },
});
