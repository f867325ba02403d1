import { eq } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts } from "#directory/schema/index.ts";
import type { OrgId } from "#ids.ts";

/** Whether the organization wants mails about its usage: it does, unless it has said otherwise. */
export async function findUsageAlerts(db: D1Database, id: OrgId): Promise<boolean> {
  const found = await forOrganization(db, id)
    .orm.select({ usageAlerts: billingAccounts.usageAlerts })
    .from(billingAccounts)
    .where(eq(billingAccounts.organizationId, id))
    .get();
  return found?.usageAlerts ?? true;
}
