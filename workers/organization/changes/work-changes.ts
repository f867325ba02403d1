import { AppError, toAppError } from "#errors.ts";
import type { Rooms } from "../rooms.ts";
import { findWriteTool } from "../tools/tool-table.ts";
import { applyItem, failItem, isRepeatable } from "./apply-item.ts";
import { endChange } from "./end-change.ts";
import { requireMayGoOn } from "./require-may-go-on.ts";
import type { ChangeRow, ItemRow } from "./stored.ts";

/** Enough that little time is lost between two chunks, and few enough that changes take turns. */
const STEPS_PER_CHUNK = 25;

const NEVER = new AbortController().signal;

/** One chunk of each change that no caller waits for: jobs, and what a kill has left. */
export async function workChanges(_: SqlStorage, rooms: Rooms): Promise<number | null> {
  const { changes, ports } = rooms;
  for (const change of changes.listLeft()) {
    if (changes.isHeld(change.id)) continue;
    await workChange(rooms, change);
    if (changes.countLeft(change) === 0) recordEnd(rooms, change);
  }
  return changes.listLeft().length > 0 ? Math.floor(ports.clock.now()) : null;
}

async function workChange(rooms: Rooms, change: ChangeRow): Promise<void> {
  const tool = findWriteTool(change.tool);
  if (tool === null) return failAll(rooms, change, ["started", "pending"], new AppError("unknown_tool"));
  if (!isRepeatable(change, { tool })) failInterrupted(rooms, change);
  const { changes } = rooms;
  for (const item of changes.listItems(change, { states: ["started", "pending"], limit: STEPS_PER_CHUNK })) {
    try {
      const caller = { key: change.key, lane: "job", fresh: true } as const;
      const client = requireMayGoOn(rooms, change).clientFor(caller);
      await applyItem(rooms, change, item, { tool, client, signal: NEVER, isLater: true });
    } catch (thrown) {
      failAll(rooms, change, ["started"], toUnknown());
      return failAll(rooms, change, ["pending"], toAppError(thrown));
    }
  }
}

/** A step that may have arrived is not sent twice, and what nobody waits for any more is not begun. */
function failInterrupted(rooms: Rooms, change: ChangeRow): void {
  failAll(rooms, change, ["started"], toUnknown());
  if (change.job) return;
  failAll(rooms, change, ["pending"], new AppError("internal", "It was interrupted before this was tried."));
}

const toUnknown = () =>
  new AppError("internal", "It was interrupted; whether it arrived is unknown: look before you repeat it.");

function failAll(rooms: Rooms, change: ChangeRow, states: ItemRow["state"][], error: AppError): void {
  for (const item of rooms.changes.listItems(change, { states, limit: change.total })) {
    failItem(rooms, change, item, error);
  }
}

function recordEnd(rooms: Rooms, change: ChangeRow): void {
  const { journal, ports } = rooms;
  const { connection, createdAt, id, key } = change;
  const at = ports.clock.now();
  const entry = {
    at,
    actor: key,
    surface: "internal",
    action: "changes/end",
    target: id,
    connection,
  } as const;
  const durationMs = Math.max(0, Math.round(at - createdAt));
  journal.recordWith({ ...entry, result: "ok", billable: false, durationMs }, () => endChange(rooms, change));
}
