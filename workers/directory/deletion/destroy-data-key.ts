import { and, eq, exists, lte } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { dataKeys, organizations } from "../schema/index.ts";

/** From here on there is no way back. False, and nothing done, unless the organization's time is over. */
export async function destroyDataKey({ id, orm }: Scope, now: number): Promise<boolean> {
  const due = orm
    .select({ id: organizations.id })
    .from(organizations)
    .where(
      and(eq(organizations.id, id), eq(organizations.state, "deleting"), lte(organizations.deletesAt, now)),
    );
  const [, rows] = await orm.batch([
    orm.delete(dataKeys).where(and(eq(dataKeys.organizationId, id), exists(due))),
    due,
  ]);
  return rows.length > 0;
}
