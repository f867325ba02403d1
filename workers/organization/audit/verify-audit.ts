import { findBreak } from "./chain.ts";
import { readOldestFirst } from "./read-rows.ts";

/** Walks the whole chain. `brokenAt` is the first row that does not follow from the one before it. */
export function verifyAudit(sql: SqlStorage): { brokenAt: number | null } {
  return { brokenAt: findBreak(readOldestFirst(sql))?.seq ?? null };
}
