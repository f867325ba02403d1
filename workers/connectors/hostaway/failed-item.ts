import type { FailedItem } from "#connectors/define-write-tool.ts";
import { AppError, type ErrorCode } from "#errors.ts";

/** What can be wrong with one item of a batch; all else concerns the whole batch. */
const kinds: Partial<Record<ErrorCode, Pick<FailedItem, "error_type" | "remediation">>> = {
  not_found: { error_type: "not_found", remediation: "Check the id: get_properties lists them." },
  invalid_request: { error_type: "validation_error", remediation: "Correct it and send this item again." },
  conflict: {
    error_type: "validation_error",
    remediation: "Leave those nights out, or settle the booking first.",
  },
  upstream_rejected: { error_type: "validation_error", remediation: "Look at this property in Hostaway." },
  upstream_locked: { error_type: "unauthorized", remediation: "Change it in Hostaway or in its channel." },
};

/** The outcome of one item of a batch: what `plan` gives, or why this item cannot be done while others can. */
export async function tryItem<Value>(
  id: number,
  plan: () => Value | Promise<Value>,
): Promise<{ value: Value } | { failed: FailedItem }> {
  try {
    return { value: await plan() };
  } catch (error) {
    const kind = error instanceof AppError ? kinds[error.code] : undefined;
    if (kind === undefined || !(error instanceof AppError)) throw error;
    return { failed: { item_id: String(id), error_message: error.message, ...kind } };
  }
}
