import { type DenyReceipt, toAppError, toReceipt } from "#errors.ts";
import { log } from "#lib/log.ts";

/** What crosses the object's boundary: answers and refusals alike come back, nothing is thrown. */
export type Result<Value> =
  | { ok: true; value: Value }
  | { ok: false; status: number; receipt: DenyReceipt; retryAfterSeconds?: number };

export async function toResult<Value>(
  apiUrl: string,
  task: () => Value | Promise<Value>,
): Promise<Result<Value>> {
  try {
    return { ok: true, value: await task() };
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === "internal") log.error("organization.failed", thrown);
    const { retryAfterSeconds } = error.details;
    return { ok: false, status: error.status, receipt: toReceipt(error, apiUrl), retryAfterSeconds };
  }
}
