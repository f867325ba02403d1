import { AppError, toAppError } from "#errors.ts";
import { log } from "#lib/log.ts";
import type { AuditEntry } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { applyStep, type Means } from "./apply-step.ts";
import { isUncertain } from "./is-uncertain.ts";
import type { ChangeRow, Item } from "./stored.ts";

/** Takes a step from `pending` to its end. Returns what went wrong. */
export async function applyItem(
  rooms: Rooms,
  change: ChangeRow,
  item: Item,
  means: Means,
): Promise<AppError | null> {
  const { changes, journal, ports } = rooms;
  const at = ports.clock.now();
  changes.startItem(item);
  await changes.sync();
  try {
    const result = await applyStep(means, item.step);
    journal.recordWith(toEntry(change, item, at, ports.clock.now(), "ok"), () =>
      changes.endItem(item, { state: "done", result }),
    );
    return null;
  } catch (thrown) {
    const error = explain(toAppError(thrown), isRepeatable(change, means));
    if (error.code === "internal")
      log.error("change.failed", thrown, { change: change.id, tool: change.tool });
    failItem(rooms, change, item, error, at);
    return error;
  }
}

export function failItem(
  { changes, journal, ports }: Rooms,
  change: ChangeRow,
  item: Item,
  { code, message }: AppError,
  at = ports.clock.now(),
): void {
  const entry = toEntry(change, item, at, ports.clock.now(), code);
  journal.recordWith({ ...entry, message }, () => changes.endItem(item, { state: "failed", code, message }));
}

/** What takes something back looks before it writes. */
export function isRepeatable({ undoes }: ChangeRow, { tool }: Pick<Means, "tool">): boolean {
  return tool.repeatable || undoes !== null;
}

function explain(error: AppError, repeatable: boolean): AppError {
  if (repeatable || !isUncertain(error)) return error;
  const message = `${error.message} Whether the change arrived is unknown: look before you repeat it.`;
  return new AppError(error.code, message, error.details);
}

function toEntry(
  { connection, id, key, tool }: ChangeRow,
  { item, seq }: Item,
  at: number,
  end: number,
  result: AuditEntry["result"],
): AuditEntry {
  return {
    at,
    actor: key,
    surface: "internal",
    action: "changes/item",
    target: `${id}/${seq}`,
    connection,
    result,
    billable: false,
    durationMs: Math.max(0, Math.round(end - at)),
    details: { tool, item },
  };
}
