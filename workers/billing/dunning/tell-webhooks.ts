import type { billingChanges } from "#directory/schema/index.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import type { BillingContext } from "../billing-context.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";

type Change = typeof billingChanges.$inferSelect;

const types: Partial<Record<Change["kind"], "payment.failed" | "payment.recovered">> = {
  payment_failed: "payment.failed",
  payment_recovered: "payment.recovered",
};

/** Tells the organization's own webhooks of a change, if it wants them to hear of billing. */
export async function tellWebhooks(
  { env, id }: BillingContext,
  account: BillingAccount,
  change: Change,
): Promise<void> {
  if (!account.webhookNotifications) return;
  const { kind, fromPlan, toPlan, fromQuantity, toQuantity, effectiveAt } = change;
  const present = { plan: account.plan, status: account.status, quantity: account.quantity };
  const data = { kind, fromPlan, toPlan, fromQuantity, toQuantity, effectiveAt, ...present };
  const type = types[kind] ?? "subscription.updated";
  throwReceipt(await getOrganization(env, id).announce({ key: change.id, type, data }));
}
