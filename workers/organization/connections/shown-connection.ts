import type { ErrorCode } from "#errors.ts";
import type { ConnectionRow } from "./connections.ts";

/** A connection as it may be shown: no secret in it. */
export interface ShownConnection
  extends Pick<
    ConnectionRow,
    "id" | "connector" | "name" | "accountLabel" | "status" | "createdAt" | "checkedAt"
  > {
  /** What went wrong last since the last check that passed. */
  lastError: { code: ErrorCode; at: number } | null;
  /** The members whose keys may use it; null: everybody's. */
  sharedWith: string[] | null;
}

export function toShownConnection(row: ConnectionRow): ShownConnection {
  const { id, connector, name, accountLabel, status, createdAt, checkedAt } = row;
  const { assignedToMembers, lastErrorAt, lastErrorCode } = row;
  const hasFailed = lastErrorCode !== null && lastErrorAt !== null;
  const lastError = hasFailed ? { code: lastErrorCode, at: lastErrorAt } : null;
  const sharedWith = assignedToMembers;
  return { id, connector, name, accountLabel, status, createdAt, checkedAt, lastError, sharedWith };
}
