import { findEntitlement } from "#billing/find-entitlement.ts";
import { openAccount } from "#billing/open-account.ts";
import { forOrganization } from "#directory/directory.ts";
import type { Env } from "#env.ts";
import { AppError } from "#errors.ts";
import type { OrgId } from "#ids.ts";
import { getNow } from "#lib/get-now.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { pushPolicy } from "./push-policy.ts";

/**
 * Brings an organization that is in the Directory to life: its object, then `active`. Each step may be repeated, so
 * whatever a crash leaves half done, the same call finishes. One that is being deleted or gone stays so.
 */
export async function provisionOrganization(env: Env, id: OrgId): Promise<void> {
  const directory = forOrganization(env.DB, id);
  const organization = await directory.findOrganization();
  if (organization?.state === "active") return;
  if (organization?.state !== "provisioning") {
    throw new AppError("not_found", "There is no organization that waits to be set up.");
  }
  await openAccount({ env, id, now: await getNow(env) });
  const entitlement = await findEntitlement(env.DB, id);
  if (entitlement === null) throw new Error("A billing account without an entitlement.");
  throwReceipt(await getOrganization(env, id).provision(id, entitlement));
  await directory.activateOrganization();
  await pushPolicy(env, id);
}
