import type { JsonObject, WriteTool } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import { toCanonicalJson } from "#lib/canonical-json.ts";
import type { ItemData } from "./stored.ts";

export interface Means {
  tool: WriteTool<unknown>;
  client: unknown;
  signal: AbortSignal;
  /** Time has passed since it was planned: what somebody changed meanwhile is left alone. */
  isLater?: boolean;
}

/**
 * Sends one step upstream. A step that takes another back, or comes later than it was planned, looks first: what somebody changed since is left alone, and what
 * is as it should be already is done, so that it may be repeated.
 */
export async function applyStep(means: Means, step: ItemData): Promise<JsonObject> {
  const { tool, client, signal } = means;
  const change = tool.change.parse(step.change);
  if (looksFirst(means, step)) {
    const now = await readAgain(means, step);
    if (isSame(now, step.after)) return {};
    if (!isSame(now, step.before)) throw toStale();
  }
  return tool.apply({ client, change, signal });
}

export function looksFirst(
  { isLater = false, tool }: Pick<Means, "isLater" | "tool">,
  { before, undoing }: ItemData,
): boolean {
  if (undoing !== undefined) return true;
  return isLater && before !== null && tool.repeatable && !("impossible" in tool.undo);
}

/** The fields that a step touches, as they are now. */
export async function readAgain(
  { tool, client, signal }: Means,
  { change, undoing = { change, result: {} } }: ItemData,
): Promise<JsonObject | null> {
  if ("impossible" in tool.undo) throw new Error("What this step touches cannot be read.");
  const { result } = undoing;
  return tool.undo.read({ client, change: tool.change.parse(undoing.change), result, signal });
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
