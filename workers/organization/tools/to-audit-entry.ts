import { redact, redactText } from "#lib/redact.ts";
import type { AuditEntry } from "../audit/audit-entry.ts";
import type { Connection } from "../connections/connections.ts";
import type { ToolCall } from "./call-tool.ts";

interface Course {
  at: number;
  end: number;
  result: AuditEntry["result"];
  connection: Connection | null;
  /** The answer is that of an earlier call, which was billed. */
  isReplay?: boolean;
}

/** Free: refusals, and what failed through our fault or the upstream's. Billed: answers, and the caller's own mistakes. */
const CALLERS_MISTAKES = new Set<AuditEntry["result"]>([
  "invalid_request",
  "invalid_cursor",
  "not_found",
  "upstream_rejected",
  "upstream_locked",
]);

export function toAuditEntry(
  { action, args, caller, ip, name, surface, userAgent }: ToolCall,
  { at, end, result, connection, isReplay = false }: Course,
): AuditEntry {
  const isBillable = (result === "ok" && !isReplay) || CALLERS_MISTAKES.has(result);
  return {
    at,
    actor: caller.credential,
    surface,
    action,
    target: redactText(name).slice(0, 64),
    connection: connection?.row.id,
    result,
    billable: action === "tools/call" && isBillable,
    durationMs: Math.max(0, Math.round(end - at)),
    ip,
    userAgent,
    details: redact(args),
  };
}
