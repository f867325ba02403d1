import type { JsonObject, WriteTool } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import { toCanonicalJson } from "#lib/canonical-json.ts";
import type { ItemData } from "./stored.ts";

export interface Means {
  tool: WriteTool<unknown>;
  client: unknown;
  signal: AbortSignal;
}

/**
 * Sends one step upstream. A step that takes another back looks first: what somebody changed since is left alone, and what
 * is as it should be already is done, so that it may be repeated.
 */
export async function applyStep({ tool, client, signal }: Means, step: ItemData): Promise<JsonObject> {
  const change = tool.change.parse(step.change);
  if (step.undoing !== undefined) {
    const now = await readAgain({ tool, client, signal }, step);
    if (isSame(now, step.after)) return {};
    if (!isSame(now, step.before)) throw toStale();
  }
  return tool.apply({ client, change, signal });
}

/** The fields that an applied step touched, as they are now. */
export async function readAgain(
  { tool, client, signal }: Means,
  { undoing }: ItemData,
): Promise<JsonObject | null> {
  if (undoing === undefined || "impossible" in tool.undo) throw new Error("This step takes nothing back.");
  return tool.undo.read({
    client,
    change: tool.change.parse(undoing.change),
    result: undoing.result,
    signal,
  });
}

/** Whether the fields in question are what they were said to be; others do not matter. */
export function isSame(now: JsonObject | null, said: JsonObject | null): boolean {
  if (now === null || said === null) return now === said;
  const asked = Object.keys(said).map((name) => [name, now[name]]);
  return toCanonicalJson(Object.fromEntries(asked)) === toCanonicalJson(said);
}

export function toStale(): AppError {
  return new AppError("conflict", "Somebody changed this since, so it was left as it is.");
}
