import { eq } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts } from "#directory/schema/index.ts";
import type { OrgId } from "#ids.ts";

/** Active listings, as they were counted last; null: they never were. */
export async function findListingCount(db: D1Database, id: OrgId): Promise<number | null> {
  const found = await forOrganization(db, id)
    .orm.select({ listings: billingAccounts.listings })
    .from(billingAccounts)
    .where(eq(billingAccounts.organizationId, id))
    .get();
  return found?.listings ?? null;
}
