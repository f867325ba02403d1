import { and, eq, exists, gt } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { dataKeys, organizations } from "../schema/index.ts";

/** False unless the organization is being deleted and has its data key still: without that, everything is lost. */
export async function cancelDeletion({ id, orm }: Scope, now: number): Promise<boolean> {
  const dataKey = orm.select().from(dataKeys).where(eq(dataKeys.organizationId, id));
  const { meta } = await orm
    .update(organizations)
    .set({ state: "active", deletesAt: null, closingNoticeAt: null })
    .where(
      and(
        eq(organizations.id, id),
        eq(organizations.state, "deleting"),
        gt(organizations.deletesAt, now),
        exists(dataKey),
      ),
    );
  return meta.changes > 0;
}
