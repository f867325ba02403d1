import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import type { OrgId } from "#ids.ts";
import { billingEvents } from "../schema/index.ts";

export interface Outcome {
  /** What failed may be claimed again at once. */
  state: "completed" | "failed" | "ignored";
  organization: OrgId | null;
  error?: string;
}

export async function finishEvent(
  db: D1Database,
  id: string,
  { state, organization, error = undefined }: Outcome,
  now: number,
): Promise<void> {
  await drizzle(db)
    .update(billingEvents)
    .set({
      state,
      billedOrganization: organization,
      error: error ?? null,
      claimedUntil: null,
      completedAt: state === "failed" ? null : Math.floor(now),
    })
    .where(eq(billingEvents.id, id));
}
