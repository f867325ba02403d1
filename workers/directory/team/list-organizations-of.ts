import { and, asc, eq, ne } from "drizzle-orm";
import { acrossOrganizations } from "../across-organizations.ts";
import { billingAccounts, members, organizations } from "../schema/index.ts";

/** The organizations that somebody is a member of and how they stand with their plan, oldest first. */
export function listOrganizationsOf(db: D1Database, userId: string) {
  return acrossOrganizations(db, "the organizations of one person")
    .select({
      id: organizations.id,
      name: organizations.name,
      slug: organizations.slug,
      state: organizations.state,
      deletesAt: organizations.deletesAt,
      locale: organizations.locale,
      suspendedAt: organizations.suspendedAt,
      suspensionReason: organizations.suspensionReason,
      role: members.role,
      billing: {
        plan: billingAccounts.plan,
        status: billingAccounts.status,
        trialEndsAt: billingAccounts.trialEndsAt,
        pastDueSince: billingAccounts.pastDueSince,
        cancelAt: billingAccounts.cancelAt,
        keptUntil: billingAccounts.keptUntil,
      },
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .leftJoin(billingAccounts, eq(billingAccounts.organizationId, organizations.id))
    .where(and(eq(members.userId, userId), ne(organizations.state, "gone")))
    .orderBy(asc(organizations.createdAt), asc(organizations.id));
}
