import type { ActorUsage } from "../usage/usage.ts";
import type { KeyRow } from "./key-table.ts";
import type { KeyTerms } from "./key-terms.ts";

/** A key as it may be shown: never the key itself. Moments are milliseconds since the epoch. */
export interface MaskedKey extends KeyTerms, Pick<KeyRow, "id" | "createdBy" | "createdAt" | "graceUntil"> {
  masked: string;
  lastUsedAt: number | null;
  calls: number;
}

export function toMaskedKey(row: KeyRow, { calls, lastAt }: ActorUsage): MaskedKey {
  return {
    id: row.id,
    name: row.name,
    environment: row.environment,
    masked: maskKey(row),
    scopes: row.scopes,
    writes: row.writes,
    toolsets: row.toolsets,
    ipAllowList: row.ipAllowList,
    memberId: row.memberId,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    graceUntil: row.graceUntil,
    lastUsedAt: lastAt,
    calls,
  };
}

export function maskKey({ lastFour }: Pick<KeyRow, "lastFour">): string {
  return `api_…${lastFour}`;
}
