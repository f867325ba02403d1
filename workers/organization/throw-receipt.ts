import { AppError } from "#errors.ts";
import type { Result } from "./result.ts";

/** The value of a result that crossed the object's boundary, or its refusal as the error it was. */
export function throwReceipt<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  const { code, message, limit, used, resetsAt, whoCanFix } = result.receipt;
  throw new AppError(code, message, {
    limit,
    used,
    resetsAt: resetsAt === undefined ? undefined : Date.parse(resetsAt),
    retryAfterSeconds: result.retryAfterSeconds,
    whoCanFix,
  });
}
