import { AppError } from "#errors.ts";
import type { ChangeId } from "#ids.ts";
import { mayUse } from "../connections/choose-connection.ts";
import type { Caller } from "../keys/authenticate.ts";
import type { Rooms } from "../rooms.ts";
import { findTool } from "../tools/tool-table.ts";
import type { ChangeRow } from "./stored.ts";

/** The change, if this key may know of it: others are as unknown to it as those of other organizations. */
export function reachChange(rooms: Rooms, caller: Caller, id: ChangeId): ChangeRow {
  const change = rooms.changes.find(id);
  if (change === null || !mayReach(rooms, caller, change)) {
    throw new AppError(
      "not_found",
      `There is no change ${id} that this key may see: list_changes lists them.`,
    );
  }
  return change;
}

/** Changes of the accounts and toolsets that a key may use, whichever key made them. */
export function mayReach({ connections }: Rooms, caller: Caller, { connection, tool }: ChangeRow): boolean {
  const toolset = findTool(tool)?.tool.toolset;
  if (caller.toolsets !== null && (toolset === undefined || !caller.toolsets.includes(toolset))) return false;
  const used = connections.list().find(({ row }) => row.id === connection);
  // Nobody can say any more with whom an account was shared that is gone.
  if (used === undefined) return caller.connectors === null && caller.memberId === null;
  return mayUse(caller, used);
}
