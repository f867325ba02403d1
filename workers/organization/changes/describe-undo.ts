import type { JsonObject, Plan, WriteTool } from "#connectors/define-write-tool.ts";
import type { ChangeRow } from "./stored.ts";

export interface UndoState {
  possible: boolean;
  /** Why not. */
  reason?: string;
}

/** Whether a change may be taken back, as far as that is known without looking upstream. */
export function describeUndo(
  tool: WriteTool<unknown> | null,
  { final }: Pick<Plan<JsonObject>, "final">,
  change?: ChangeRow,
): UndoState {
  const reason = findObstacle(tool, change) ?? final ?? null;
  return reason === null ? { possible: true } : { possible: false, reason };
}

function findObstacle(tool: WriteTool<unknown> | null, change: ChangeRow | undefined): string | null {
  if (tool === null) return "The tool that made it is no longer there.";
  if ("impossible" in tool.undo) return tool.undo.impossible;
  if (change === undefined) return null;
  if (change.undoes !== null) return "It is an undo itself: make the change again instead.";
  if (change.state === "running") return "It is still under way: ask get_job_status.";
  if (change.state === "failed") return "It failed: nothing is known to have arrived.";
  if (change.undoneBy !== null) return `It is undone already, by ${change.undoneBy}.`;
  return null;
}
