import { and, eq } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { organizations } from "../schema/index.ts";

/** False unless the organization was active. */
export async function beginDeletion({ id, orm }: Scope, now: number, deletesAt: number): Promise<boolean> {
  const { meta } = await orm
    .update(organizations)
    .set({ state: "deleting", deletesAt, closingNoticeAt: now })
    .where(and(eq(organizations.id, id), eq(organizations.state, "active")));
  return meta.changes > 0;
}
