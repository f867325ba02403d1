import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { WriteTool } from "#connectors/define-write-tool.ts";
import { BatchOutput, DryRun } from "#connectors/write-schemas.ts";
import { AppError } from "#errors.ts";
import { ChangeId } from "#ids.ts";
import { requireUsable } from "../connections/choose-connection.ts";
import { requirePermission } from "../keys/scope.ts";
import type { Rooms } from "../rooms.ts";
import type { OrganizationClient } from "../tools/organization-client.ts";
import { findWriteTool, getTool } from "../tools/tool-table.ts";
import { countFitting, countLooks } from "./count-fitting.ts";
import { describeUndo } from "./describe-undo.ts";
import { lookAhead, planUndo } from "./plan-undo.ts";
import { reachChange } from "./reach-change.ts";
import { runWrite } from "./run-write.ts";
import type { ChangeRow } from "./stored.ts";
import { toBatchAnswer } from "./to-answer.ts";

const Input = z.object({
  change_id: ChangeId.describe("From the answer of the write, or from list_changes"),
  dry_run: DryRun,
});

export const undoChange = defineTool<OrganizationClient>()({
  name: "undo_change",
  title: "Undo a change",
  access: "destructive",
  toolset: "core",
  description:
    "Takes back what a write tool of this server changed, item by item, to what was there before. Leaves alone what " +
    "somebody has changed since, and says so. Not everything can be taken back, such as a message that was sent: the write's " +
    "answer and list_changes say what can. A change of many items goes on as a job: ask get_job_status. Try dry_run first.",
  input: Input,
  output: BatchOutput,
  run: async ({ client: { caller, intent, rooms }, input, progress, signal }) => {
    const { changes, connections } = rooms;
    const change = reachChange(rooms, caller, input.change_id);
    requirePermission(caller, getTool(change.tool));
    const tool = requireUndoable(rooms, change);
    const slot = `undo/${change.id}`;
    if (changes.isHeld(slot)) throw new AppError("conflict", "It is being undone at this moment.");
    using _ = changes.hold(slot);
    const found = connections.list().find(({ row }) => row.id === change.connection);
    if (found === undefined)
      throw new AppError("not_connected", "The account of this change is not connected any more.");
    const connection = requireUsable(found, caller);
    const client = connection.clientFor({ key: caller.credential, lane: "person", fresh: true });
    const report = await runWrite(rooms, {
      caller,
      tool,
      connection,
      client,
      options: { dryRun: input.dry_run },
      args: input.change_id,
      undoes: change,
      plan: () => {
        const plan = planUndo(rooms, change, tool);
        if (!input.dry_run) return plan;
        const looks = plan.steps.map((step) => countLooks(tool, step));
        return lookAhead(plan, { tool, client, signal }, countFitting(connection.connector, looks));
      },
      intent: { ...intent, connection: connection.row.id },
      progress,
    });
    return toBatchAnswer(report);
  },
});

function requireUndoable({ changes }: Rooms, change: ChangeRow): WriteTool<unknown> {
  const tool = findWriteTool(change.tool);
  const { possible, reason } = describeUndo(tool, changes.openDetails(change), change);
  if (tool === null || !possible) throw new AppError("conflict", reason);
  return tool;
}
