import { and, eq, gt, isNotNull, lte, sql } from "drizzle-orm";
import type { OrgId } from "#ids.ts";
import { acrossOrganizations } from "./across-organizations.ts";
import { organizations, users } from "./schema/index.ts";

const inNoOrder = sql`random()`;

export interface DueLifecycles {
  /** Users whose address is confirmed and whose organization was not made. */
  waiting: string[];
  /** Begun before `begunBefore`, and not finished. */
  provisioning: OrgId[];
  /** Whose owners are to be written to about the deletion. */
  closing: OrgId[];
  /** Whose time is over. */
  ending: OrgId[];
}

/** Of all organizations, those for which something is due; at most `limit` of each kind, in no order: those that cannot be finished keep no other waiting for ever. */
export async function listDueLifecycles(
  db: D1Database,
  { now, begunBefore, limit }: { now: number; begunBefore: number; limit: number },
): Promise<DueLifecycles> {
  const orm = acrossOrganizations(db, "organizations that are due");
  const { id, state, createdAt, closingNoticeAt, deletesAt } = organizations;
  const isDeleting = eq(state, "deleting");
  const [waiting, provisioning, closing, ending] = await orm.batch([
    orm
      .select({ id: users.id })
      .from(users)
      .where(and(isNotNull(users.organizationName), eq(users.emailVerified, true)))
      .orderBy(inNoOrder)
      .limit(limit),
    orm
      .select({ id })
      .from(organizations)
      .where(and(eq(state, "provisioning"), lte(createdAt, new Date(begunBefore))))
      .orderBy(inNoOrder)
      .limit(limit),
    orm
      .select({ id })
      .from(organizations)
      .where(and(isDeleting, lte(closingNoticeAt, now), gt(deletesAt, now)))
      .orderBy(inNoOrder)
      .limit(limit),
    orm
      .select({ id })
      .from(organizations)
      .where(and(isDeleting, lte(deletesAt, now)))
      .orderBy(inNoOrder)
      .limit(limit),
  ]);
  const toIds = <Id>(rows: { id: Id }[]) => rows.map((row) => row.id);
  return {
    waiting: toIds(waiting),
    provisioning: toIds(provisioning),
    closing: toIds(closing),
    ending: toIds(ending),
  };
}
