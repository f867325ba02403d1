import { eq } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts } from "#directory/schema/index.ts";
import { AppError } from "#errors.ts";
import type { BillingContext } from "./billing-context.ts";
import type { BillingAccount } from "./sync/to-billing-state.ts";

/** As the last sync has written it. */
export async function getAccount({ env, id }: Pick<BillingContext, "env" | "id">): Promise<BillingAccount> {
  const { orm } = forOrganization(env.DB, id);
  const found = await orm.select().from(billingAccounts).where(eq(billingAccounts.organizationId, id)).get();
  if (found === undefined) throw new AppError("not_found", "Billing does not know this organization.");
  return found;
}
