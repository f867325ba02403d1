import { and, eq, gte, lt, sql } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import {
  auditHeads,
  billingAccounts,
  billingChanges,
  billingDrifts,
  emails,
  invitations,
  invoices,
  listingCounts,
  members,
  organizationRollups,
  organizations,
  quantityChanges,
  rateLimits,
  sessions,
  usageRollups,
} from "../schema/index.ts";

/** For one whose data key is destroyed. What is left is that there was an organization with this id, and since when. */
export async function eraseRows({ id, orm }: Scope): Promise<void> {
  await orm.batch([
    orm.delete(members).where(eq(members.organizationId, id)),
    orm.delete(invitations).where(eq(invitations.organizationId, id)),
    orm.delete(auditHeads).where(eq(auditHeads.organizationId, id)),
    orm.delete(billingChanges).where(eq(billingChanges.organizationId, id)),
    orm.delete(billingDrifts).where(eq(billingDrifts.organizationId, id)),
    orm.delete(invoices).where(eq(invoices.organizationId, id)),
    orm.delete(listingCounts).where(eq(listingCounts.organizationId, id)),
    orm.delete(quantityChanges).where(eq(quantityChanges.organizationId, id)),
    orm.delete(usageRollups).where(eq(usageRollups.organizationId, id)),
    orm.delete(organizationRollups).where(eq(organizationRollups.organizationId, id)),
    orm.delete(billingAccounts).where(eq(billingAccounts.organizationId, id)),
    // The key of mail about an organization begins with its id and a slash, and "0" is the character after that one.
    orm.delete(emails).where(and(gte(emails.key, sql`${id} || '/'`), lt(emails.key, sql`${id} || '0'`))),
    orm.delete(rateLimits).where(eq(rateLimits.key, sql`'invitations/' || ${id}`)),
    orm.delete(rateLimits).where(eq(rateLimits.key, sql`'sync-listings/' || ${id}`)),
    orm.update(sessions).set({ activeOrganizationId: null }).where(eq(sessions.activeOrganizationId, id)),
    orm.update(organizations).set(nothing).where(eq(organizations.id, id)),
  ]);
}

const nothing = {
  state: "gone",
  name: "",
  slug: null,
  deletesAt: null,
  closingNoticeAt: null,
  requireTwoFactor: false,
  ipAllowList: null,
  suspendedAt: null,
  suspensionReason: null,
} as const;
