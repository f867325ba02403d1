import type { Env } from "#env.ts";
import type { OrgId } from "#ids.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";

/** How many people the organization's plan has room for. */
export async function getMemberLimit(env: Env, id: OrgId): Promise<number> {
  return throwReceipt(await getOrganization(env, id).getEntitlement()).members;
}
