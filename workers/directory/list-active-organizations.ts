import { and, asc, eq, gt } from "drizzle-orm";
import type { OrgId } from "#ids.ts";
import { acrossOrganizations } from "./across-organizations.ts";
import { organizations } from "./schema/index.ts";

/** By id, `limit` at a time. */
export async function listActiveOrganizations(
  db: D1Database,
  { limit, after }: { limit: number; after?: OrgId },
): Promise<OrgId[]> {
  const rows = await acrossOrganizations(db, "logs to verify")
    .select({ id: organizations.id })
    .from(organizations)
    .where(
      and(eq(organizations.state, "active"), after === undefined ? undefined : gt(organizations.id, after)),
    )
    .orderBy(asc(organizations.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
