import type { ErrorCode } from "#errors.ts";
import type { errorTypes, FailedItem } from "./define-write-tool.ts";

type ErrorType = (typeof errorTypes)[number];

const types: Partial<Record<ErrorCode, ErrorType>> = {
  not_found: "not_found",
  unknown_tool: "not_found",
  insufficient_scope: "unauthorized",
  revoked_key: "unauthorized",
  expired_key: "unauthorized",
  organization_closed: "unauthorized",
  organization_suspended: "unauthorized",
  payment_required: "unauthorized",
  not_connected: "unauthorized",
  connection_invalid: "unauthorized",
  upstream_locked: "unauthorized",
  invalid_request: "validation_error",
  upstream_rejected: "validation_error",
  conflict: "validation_error",
  rate_limited: "rate_limit",
  upstream_busy: "rate_limit",
  upstream_timeout: "timeout",
};

const remediations: Record<ErrorType, string> = {
  not_found: "Check the id with the tool that lists these, and leave out what no longer exists.",
  unauthorized: "Check what the key and the connected account may do; an owner or admin can change it.",
  validation_error:
    "Correct the value that the message names, or read the present state again, and send this item again.",
  rate_limit: "Wait half a minute, then send the items that failed again.",
  timeout: "Look whether it arrived before you send this item again.",
  internal_error:
    "Look whether it arrived before you send this item again; if it fails again, tell the operator.",
};

/** How a batch tells of an item that was not changed. */
export function toFailedItem(item: string, code: ErrorCode, message: string): FailedItem {
  const type = types[code] ?? "internal_error";
  return { item_id: item, error_type: type, error_message: message, remediation: remediations[type] };
}
