import { and, desc, eq, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { OrgId } from "#ids.ts";
import { readPageCursor, toPage } from "#lib/page-cursor.ts";
import { acrossOrganizations } from "../across-organizations.ts";
import { billingAccounts, members, organizationRollups, organizations, users } from "../schema/index.ts";
import { callsSince, consoleStatus, consoleStatuses, toFirstDay } from "./console-status.ts";

export const ListAllOrganizations = z.object({
  /** A part of the name, slug or a member's e-mail address, or the whole id of the organization or of its customer at Stripe. */
  search: z.string().trim().max(200).optional(),
  status: z.enum(consoleStatuses).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListAllOrganizations = z.infer<typeof ListAllOrganizations>;

/** Newest first. Nothing of it is asked of the organizations' objects. */
export async function listAllOrganizations(db: D1Database, now: number, filter: ListAllOrganizations) {
  const { search = "", status, cursor, limit } = filter;
  const rows = await select(db, now)
    .where(
      and(
        ne(organizations.state, "gone"),
        status && sql`${consoleStatus} = ${status}`,
        search === "" ? undefined : matches(search.toLowerCase()),
        cursor === undefined ? undefined : isAfter(cursor),
      ),
    )
    .orderBy(desc(organizations.createdAt), desc(organizations.id))
    .limit(limit + 1);
  const place = ({ createdAt, id }: (typeof rows)[number]) => ({ at: createdAt.getTime(), id });
  const { page, nextCursor } = toPage(rows, limit, place);
  return { organizations: page.map(toListed), nextCursor };
}

/** Null where there is none, or none any more. */
export async function findListedOrganization(db: D1Database, now: number, id: OrgId) {
  const row = await select(db, now)
    .where(and(eq(organizations.id, id), ne(organizations.state, "gone")))
    .get();
  return row === undefined ? null : toListed(row);
}

function select(db: D1Database, now: number) {
  return acrossOrganizations(db, "the operator's console")
    .select({
      id: organizations.id,
      name: organizations.name,
      slug: organizations.slug,
      createdAt: organizations.createdAt,
      state: organizations.state,
      status: consoleStatus,
      suspendedAt: organizations.suspendedAt,
      suspensionReason: organizations.suspensionReason,
      deletesAt: organizations.deletesAt,
      plan: billingAccounts.plan,
      billingStatus: billingAccounts.status,
      interval: billingAccounts.interval,
      customerId: billingAccounts.customerId,
      mrr: sql<number>`coalesce(${billingAccounts.mrr}, 0)`,
      listings: billingAccounts.listings,
      calls: callsSince(toFirstDay(now)),
      members: sql<number>`(select count(*) from ${members} as people
        where people.organization_id = ${organizations.id})`,
      lastCallAt: organizationRollups.lastCallAt,
      rolledUpAt: organizationRollups.rolledUpAt,
      schemaVersion: organizationRollups.schemaVersion,
    })
    .from(organizations)
    .leftJoin(billingAccounts, eq(billingAccounts.organizationId, organizations.id))
    .leftJoin(organizationRollups, eq(organizationRollups.organizationId, organizations.id))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof select>>[number];

const toListed = ({ createdAt, ...row }: Row) => ({ ...row, createdAt: createdAt.getTime() });

function matches(search: string): SQL | undefined {
  const { id, name, slug } = organizations;
  return or(
    eq(id, sql<OrgId>`${search}`),
    eq(sql`lower(${billingAccounts.customerId})`, search),
    sql`instr(lower(${name}), ${search}) > 0`,
    sql`instr(${slug}, ${search}) > 0`,
    sql`exists (select 1 from ${members} as people inner join ${users} as persons on persons.id = people.user_id
      where people.organization_id = ${id} and instr(lower(persons.email), ${search}) > 0)`,
  );
}

function isAfter(cursor: string): SQL | undefined {
  const { at, id } = readPageCursor(cursor);
  const createdAt = new Date(at);
  const isOlder = lt(organizations.createdAt, createdAt);
  return or(isOlder, and(eq(organizations.createdAt, createdAt), lt(organizations.id, sql<OrgId>`${id}`)));
}
