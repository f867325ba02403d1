import { and, eq } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { invitations } from "../schema/index.ts";
import { isOrphaned } from "./owners.ts";

/** A statement to go with one that takes a role away: nobody comes in on the word of whoever lost theirs. */
export function cancelOrphanedInvitations({ id, orm }: Scope) {
  return orm
    .update(invitations)
    .set({ status: "canceled" })
    .where(and(eq(invitations.organizationId, id), eq(invitations.status, "pending"), isOrphaned(id)));
}
