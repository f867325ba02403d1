import type { ErrorCode } from "#errors.ts";
import type { ConnectionId, CredentialId } from "#ids.ts";

/** Who did it: a key, an assistant that a member let in, a named person, whoever runs this Latchkey, or the product itself. */
export type Actor = CredentialId | `user:${string}` | `operator:${string}` | "system";

export const isOperator = (actor: string) => actor.startsWith("operator:");

/** Null: it was no person of the organization. */
export function toUserId(actor: string): string | null {
  return actor.startsWith("user:") ? actor.slice("user:".length) : null;
}

/** Who asks for a change, and from where. */
export interface By {
  actor: Actor;
  ip?: string;
  userAgent?: string;
}

/** What is recorded of one action. `details` is redacted before it comes here and encrypted before it is stored. */
export interface AuditEntry extends By {
  at: number;
  surface: "mcp" | "rest" | "internal";
  action: string;
  target?: string;
  connection?: ConnectionId;
  result: "ok" | "started" | ErrorCode;
  /** Of an error: what the caller was told. */
  message?: string;
  billable: boolean;
  durationMs: number;
  details?: unknown;
}
