import { and, eq } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { billingAccounts, members, organizations } from "../schema/index.ts";

/** A person's place in an organization as it is now, and what the organization asks of people; null for a stranger. */
export async function findMembership({ id, orm }: Scope, userId: string) {
  const membership = await orm
    .select({
      role: members.role,
      name: organizations.name,
      slug: organizations.slug,
      state: organizations.state,
      deletesAt: organizations.deletesAt,
      requireTwoFactor: organizations.requireTwoFactor,
      ipAllowList: organizations.ipAllowList,
      keyCreation: organizations.keyCreation,
      billingStatus: billingAccounts.status,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .leftJoin(
      billingAccounts,
      and(eq(billingAccounts.organizationId, id), eq(billingAccounts.organizationId, organizations.id)),
    )
    .where(and(eq(members.organizationId, id), eq(members.userId, userId)))
    .get();
  return membership ?? null;
}
