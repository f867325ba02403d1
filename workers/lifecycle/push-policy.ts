import { forOrganization } from "#directory/directory.ts";
import type { Env } from "#env.ts";
import type { OrgId } from "#ids.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";

/** Tells an organization's object who may do what now. A push that is lost, the object makes up for by itself. */
export async function pushPolicy(env: Env, id: OrgId): Promise<void> {
  const policy = await forOrganization(env.DB, id).findPolicy();
  if (policy !== null) throwReceipt(await getOrganization(env, id).setPolicy(policy));
}
