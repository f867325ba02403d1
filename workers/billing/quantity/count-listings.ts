import type { Lane } from "#lib/fair-queue.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import type { BillingContext } from "../billing-context.ts";

/** The active listings of all connected accounts, as they are now. Refuses where one account cannot be read whole. */
export async function countListings({ env, id }: BillingContext, lane: Lane) {
  return throwReceipt(await getOrganization(env, id).countListings(lane));
}
