import { AppError } from "#errors.ts";
import type { Rooms } from "../rooms.ts";
import { applyItem, failItem, isRepeatable } from "./apply-item.ts";
import { endChange } from "./end-change.ts";
import { isUncertain } from "./is-uncertain.ts";
import { type Report, reportChange } from "./report.ts";
import type { Write } from "./run-write.ts";
import type { ChangeRow } from "./stored.ts";

/** What was begun is finished, also when the caller goes away. */
const NEVER = new AbortController().signal;

/** Carries out a stored change that is in hand, while its caller waits. Of one thing, the first step that fails is the end. */
export async function applyInCall(rooms: Rooms, write: Write, change: ChangeRow): Promise<Report> {
  const { client, progress, tool } = write;
  const { changes } = rooms;
  const means = { tool, client, signal: NEVER };
  const items = changes.listItems(change, { states: ["pending"], limit: change.total });
  for (const [index, item] of items.entries()) {
    const failure = await applyItem(rooms, change, item, means);
    if (tool.batch || (change.undoes !== null && items.length > 1)) progress(index + 1, items.length);
    else if (failure !== null) {
      for (const rest of items.slice(index + 1)) failItem(rooms, change, rest, toUntried());
      throw toFailure(rooms, endChange(rooms, change), failure, write);
    }
  }
  return reportChange(changes, endChange(rooms, change), tool);
}

/** A change that failed for certain gives its idempotency key back, so that the caller may try again with it. */
function toFailure({ changes }: Rooms, change: ChangeRow, failure: AppError, write: Write): AppError {
  const { done } = changes.countItems(change);
  if (done === 0) {
    if (isRepeatable(change, write) || !isUncertain(failure))
      changes.update(change, { idempotencyKey: null });
    return failure;
  }
  const message = `${failure.message} ${done} of ${change.total} parts were changed before that: undo_change takes back ${change.id}.`;
  return new AppError(failure.code, message, failure.details);
}

function toUntried(): AppError {
  return new AppError("conflict", "Not tried, since a part before it failed.");
}
