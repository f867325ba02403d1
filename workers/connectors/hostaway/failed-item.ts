import type { FailedItem } from "#connectors/define-write-tool.ts";
import { toFailedItem } from "#connectors/to-failed-item.ts";
import { AppError, type ErrorCode } from "#errors.ts";

/** What can be wrong with one item of a batch; all else concerns the whole batch. */
const ofOneItem: ReadonlySet<ErrorCode> = new Set([
  "not_found",
  "invalid_request",
  "conflict",
  "upstream_rejected",
  "upstream_locked",
]);

/** The outcome of one item of a batch: what `plan` gives, or why this item cannot be done while others can. */
export async function tryItem<Value>(
  id: number,
  plan: () => Value | Promise<Value>,
): Promise<{ value: Value } | { failed: FailedItem }> {
  try {
    return { value: await plan() };
  } catch (error) {
    if (!(error instanceof AppError) || !ofOneItem.has(error.code)) throw error;
    return { failed: toFailedItem(String(id), error.code, error.message) };
  }
}
