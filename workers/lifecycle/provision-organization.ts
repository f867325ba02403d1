import { forOrganization } from "#directory/directory.ts";
import type { Config, Env } from "#env.ts";
import type { OrgId } from "#ids.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { toEntitlement } from "./plans.ts";

/**
 * Brings an organization to life: Directory row and data key, then its object, then `active`. Each step may be
 * repeated, so whatever a crash leaves half done, the same call finishes.
 */
export async function provisionOrganization(
  { env, config, now }: { env: Env; config: Config; now: number },
  { id, name }: { id: OrgId; name: string },
): Promise<void> {
  const directory = forOrganization(env.DB, id);
  await directory.createOrganization(name, config.keyRing, now);
  const provisioned = await getOrganization(env, id).provision(id, toEntitlement("starter", "trialing", 1));
  if (!provisioned.ok) throw new Error(provisioned.receipt.message);
  await directory.activateOrganization();
}
