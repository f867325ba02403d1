import { eq } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts } from "#directory/schema/index.ts";
import type { OrgId } from "#ids.ts";
import { Entitlement } from "#organization/limits/entitlement.ts";

/** What billing says that an organization may do; null where it has no account yet. */
export async function findEntitlement(db: D1Database, id: OrgId): Promise<Entitlement | null> {
  const { orm } = forOrganization(db, id);
  const { entitlement, entitlementVersion: version } = billingAccounts;
  const row = await orm
    .select({ entitlement, version })
    .from(billingAccounts)
    .where(eq(billingAccounts.organizationId, id))
    .get();
  return row?.entitlement ? Entitlement.parse({ ...row.entitlement, version: row.version }) : null;
}
