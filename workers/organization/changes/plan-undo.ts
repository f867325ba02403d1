import type { WriteTool } from "#connectors/define-write-tool.ts";
import { toFailedItem } from "#connectors/to-failed-item.ts";
import { AppError } from "#errors.ts";
import type { Rooms } from "../rooms.ts";
import { isSame, type Means, readAgain, toStale } from "./apply-step.ts";
import type { ChangeRow, Item, PlannedChange, PlannedStep } from "./stored.ts";

/** The way back: every step that was made, the last one first. Each looks again right before it is taken. */
export function planUndo({ changes }: Rooms, change: ChangeRow, tool: WriteTool<unknown>): PlannedChange {
  const { money, summary } = changes.openDetails(change);
  const made = changes.listItems(change, { states: ["done"], limit: change.total }).toReversed();
  const ways = made.map((item) => ({ item: item.item, step: reverse(tool, item) }));
  const steps = ways.flatMap(({ step }) => step ?? []);
  if (steps.length === 0) throw new AppError("conflict", "Nothing of this change can be taken back.");
  const stuck = ways.filter(({ step }) => step === null);
  return {
    summary: `Takes back: ${summary}`,
    steps,
    money: money?.map(({ before, after, ...what }) => ({ ...what, before: after, after: before })),
    warnings: [],
    failed: stuck.map(({ item }) => toFailedItem(item, "conflict", "This cannot be taken back.")),
  };
}

function reverse({ change, undo }: WriteTool<unknown>, { item, result, step }: Item): PlannedStep | null {
  if ("impossible" in undo) return null;
  const made = { ...step, item, change: change.parse(step.change), result: result ?? {} };
  const back = undo.reverse(made);
  if (back === null) return null;
  const undoing = { change: step.change, result: made.result };
  return { item, change: back, before: step.after, after: step.before, undoing };
}

/** Why a step could not be taken now, if it is its own fault: what is gone, or what somebody has changed. */
async function look(means: Means, step: PlannedStep): Promise<AppError | null> {
  try {
    const now = await readAgain(means, step);
    return isSame(now, step.before) || isSame(now, step.after) ? null : toStale();
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return error;
    throw error;
  }
}

/** What an undo would meet now, as far as a call can look: steps that somebody has overtaken fail. */
export async function lookAhead(plan: PlannedChange, means: Means, limit: number): Promise<PlannedChange> {
  const { failed = [], steps, warnings } = plan;
  const open: PlannedStep[] = [];
  for (const step of steps.slice(0, limit)) {
    const error = await look(means, step);
    if (error === null) open.push(step);
    else failed.push(toFailedItem(step.item, error.code, error.message));
  }
  const rest = steps.slice(limit);
  const note = `Only the first ${limit} were compared with what is there now; the others will be when it is their turn.`;
  return {
    ...plan,
    failed,
    steps: [...open, ...rest],
    warnings: rest.length === 0 ? warnings : [...warnings, note],
  };
}
