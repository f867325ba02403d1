import type { FailedItem, JsonObject, Money, WriteTool } from "#connectors/define-write-tool.ts";
import { toFailedItem } from "#connectors/to-failed-item.ts";
import { MAX_SHOWN } from "#connectors/write-schemas.ts";
import type { ChangeTable } from "./change-table.ts";
import { describeUndo, type UndoState } from "./describe-undo.ts";
import type { ChangeRow, Item, PlannedChange } from "./stored.ts";

interface ShownStep {
  item: string;
  before: JsonObject | null;
  after: JsonObject | null;
  result?: JsonObject | null;
}

/** What a write came to, or on a dry run would come to, before it takes the form of its tool's answer. */
export interface Report {
  /** This is the answer to an earlier call. */
  replayed?: true;
  change?: ChangeRow;
  dryRun: boolean;
  summary: string;
  money?: Money[];
  warnings: string[];
  version?: string;
  undo: UndoState;
  steps: ShownStep[];
  failed: FailedItem[];
  counts: { done: number; failed: number };
}

/** Of a plan that is not carried out: a dry run, or nothing to do. */
export function reportPlan(
  plan: PlannedChange,
  tool: WriteTool<unknown>,
  dryRun: boolean,
  version: string,
): Report {
  const { failed = [], final: _, steps, ...said } = plan;
  return {
    ...said,
    dryRun,
    version: dryRun ? version : undefined,
    undo:
      steps.length === 0
        ? { possible: false, reason: "There is nothing to change." }
        : describeUndo(tool, plan),
    steps: steps.slice(0, MAX_SHOWN),
    failed: failed.slice(0, MAX_SHOWN),
    counts: { done: steps.length, failed: failed.length },
  };
}

/** Of a change as it is stored, under way or over: repeated from here as often as it is asked for. */
export function reportChange(
  changes: ChangeTable,
  change: ChangeRow,
  tool: WriteTool<unknown> | null,
): Report {
  const { failed, final, ...said } = changes.openDetails(change);
  const counts = changes.countItems(change);
  const done = changes.listItems(change, { states: ["done"], limit: MAX_SHOWN });
  return {
    ...said,
    change,
    dryRun: false,
    undo: describeUndo(tool, { final }, change),
    steps: done.map(({ item, result, step: { before, after } }) => ({ item, before, after, result })),
    failed: listFailed(changes, change, failed, MAX_SHOWN),
    counts: { done: counts.done, failed: counts.failed + failed.length },
  };
}

/** Those of planning first. */
function listFailed(
  changes: ChangeTable,
  change: ChangeRow,
  planned: FailedItem[],
  limit: number,
): FailedItem[] {
  const ended = changes.listItems(change, { states: ["failed"], limit });
  return [...planned, ...ended.map(showFailure)].slice(0, limit);
}

export function showFailure({ item, errorCode, errorMessage }: Item): FailedItem {
  return toFailedItem(item, errorCode ?? "internal", errorMessage ?? "");
}
