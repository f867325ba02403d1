import { StripeError, type StripeErrorBody } from "../core/errors.ts";
import type { RequestFaults } from "./take-faults.ts";

/** Fails as the fault says, before the call has its effect or after it. */
export function refuse({ error }: RequestFaults, when: "before" | "after"): void {
  if (error?.when !== when) return;
  const { status, code } = error;
  throw new StripeError(
    status,
    { ...bodyOf(status), ...(code && { code }) },
    { keepsChanges: when === "after" },
  );
}

function bodyOf(status: number): StripeErrorBody {
  if (status >= 500)
    return { type: "api_error", message: "An unknown error occurred while the request was processed." };
  const [code, message] =
    status === 409
      ? ["idempotency_key_in_use", "Another request with this idempotency key is under way."]
      : ["lock_timeout", "This object cannot be accessed right now, because another request is using it."];
  return { type: "invalid_request_error", code, message };
}
