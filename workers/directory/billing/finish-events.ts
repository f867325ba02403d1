import { inArray } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import type { OrgId } from "#ids.ts";
import { billingEvents } from "../schema/index.ts";

export interface Outcome {
  /** What failed may be claimed again at once. */
  state: "completed" | "failed" | "ignored";
  organization: OrgId | null;
  error?: string;
}

/** Fewer than the values that a statement of D1 takes. */
const AT_ONCE = 90;

export async function finishEvents(
  db: D1Database,
  ids: string[],
  { state, organization, error = undefined }: Outcome,
  now: number,
): Promise<void> {
  const change = {
    state,
    billedOrganization: organization,
    error: error ?? null,
    claimedUntil: null,
    completedAt: state === "failed" ? null : Math.floor(now),
  };
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = inArray(billingEvents.id, ids.slice(at, at + AT_ONCE));
    await drizzle(db).update(billingEvents).set(change).where(some);
  }
}
