import { toAppError } from "#errors.ts";
import type { Rooms } from "../rooms.ts";
import type { AuditEntry } from "./audit-entry.ts";

type Attempt = Pick<AuditEntry, "actor" | "surface" | "action" | "ip" | "userAgent">;

/** Runs a change that writes its own row when it succeeds; when it is refused, the refusal leaves one too. */
export async function recordRefusal<Value>(
  { journal, ports }: Rooms,
  attempt: Attempt,
  task: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await task();
  } catch (thrown) {
    const { code: result, message } = toAppError(thrown);
    const at = ports.clock.now();
    await journal.record({ ...attempt, at, result, message, billable: false, durationMs: 0 });
    throw thrown;
  }
}
