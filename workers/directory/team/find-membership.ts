import { and, eq } from "drizzle-orm";
import { OrgId } from "#ids.ts";
import { acrossOrganizations } from "../across-organizations.ts";
import { billingAccounts, members, organizations } from "../schema/index.ts";

/**
 * A person's place in the organization with this id or slug as it is now, and what the organization asks of people; null
 * for a stranger. No slug has the form of an id.
 */
export async function findMembership(db: D1Database, organization: string, userId: string) {
  const id = OrgId.safeParse(organization).data;
  const membership = await acrossOrganizations(db, "the organizations of one person")
    .select({
      id: organizations.id,
      role: members.role,
      name: organizations.name,
      slug: organizations.slug,
      state: organizations.state,
      deletesAt: organizations.deletesAt,
      locale: organizations.locale,
      suspendedAt: organizations.suspendedAt,
      suspensionReason: organizations.suspensionReason,
      requireTwoFactor: organizations.requireTwoFactor,
      ipAllowList: organizations.ipAllowList,
      keyCreation: organizations.keyCreation,
      billingStatus: billingAccounts.status,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .leftJoin(billingAccounts, eq(billingAccounts.organizationId, organizations.id))
    .where(
      and(
        eq(members.userId, userId),
        id === undefined ? eq(organizations.slug, organization) : eq(organizations.id, id),
      ),
    )
    .get();
  return membership ?? null;
}
