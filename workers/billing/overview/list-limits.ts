import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import type { BillingContext } from "../billing-context.ts";
import { limitNames, readUsage } from "./read-usage.ts";

/** The plan as it is enforced now, and how much of it is used. */
export async function listLimits(ctx: BillingContext) {
  const [usage, held] = await Promise.all([
    readUsage(ctx),
    getOrganization(ctx.env, ctx.id).getEntitlement(),
  ]);
  const entitlement = throwReceipt(held);
  return {
    plan: entitlement.plan,
    limits: limitNames.map((name) => ({ name, used: usage[name], limit: entitlement[name] })),
  };
}
