import type { Rooms } from "../rooms.ts";
import type { ChangeRow } from "./stored.ts";

/** Closes a change whose steps have all ended, and says so of the one that it takes back. */
export function endChange({ changes, ports }: Rooms, change: ChangeRow): ChangeRow {
  const { done } = changes.countItems(change);
  const state = done === change.total ? "done" : done > 0 ? "partial" : "failed";
  const finishedAt = ports.clock.now();
  changes.update(change, { state, finishedAt });
  if (change.undoes !== null) {
    const undone = state === "done" ? { state: "undone" as const } : { undoneBy: null };
    changes.update({ id: change.undoes }, undone);
  }
  return { ...change, state, finishedAt };
}
