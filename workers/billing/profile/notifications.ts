import { eq } from "drizzle-orm";
import { z } from "zod";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts } from "#directory/schema/index.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { BillingContext } from "../billing-context.ts";
import { getAccount } from "../get-account.ts";
import { syncCustomer } from "../sync/sync-customer.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";
import { toBillingError } from "../to-billing-error.ts";

const Thresholds = z
  .array(z.int().min(1).max(500))
  .min(1)
  .max(5)
  .refine((given) => new Set(given).size === given.length, "must not name one twice")
  .transform((given) => given.toSorted((one, other) => one - other));

export const Notifications = z.strictObject({
  usageAlerts: z.boolean().describe("A mail to owners and admins at each threshold"),
  alertThresholds: Thresholds.describe("Percentages of the month's tool calls"),
  invoiceEmails: z.boolean().describe("A mail for each invoice"),
  webhookNotifications: z.boolean().describe("Whether outgoing webhooks tell of usage and payments"),
});
export type Notifications = z.infer<typeof Notifications>;

export const ChangeNotifications = Notifications.partial().refine(
  (change) => Object.keys(change).length > 0,
  "There is nothing to change.",
);
export type ChangeNotifications = z.input<typeof ChangeNotifications>;

export function toNotifications(account: BillingAccount): Notifications {
  const { usageAlerts, alertThresholds, invoiceEmails, webhookNotifications } = account;
  return { usageAlerts, alertThresholds, invoiceEmails, webhookNotifications };
}

/** The organization's object counts by the thresholds, so they go into its entitlement. */
export async function changeNotifications(
  ctx: BillingContext,
  input: ChangeNotifications,
): Promise<Notifications> {
  const change = parseInput(ChangeNotifications, input);
  await forOrganization(ctx.env.DB, ctx.id)
    .orm.update(billingAccounts)
    .set(change)
    .where(eq(billingAccounts.organizationId, ctx.id));
  try {
    if (change.alertThresholds !== undefined) await syncCustomer(ctx);
  } catch (thrown) {
    throw toBillingError(thrown);
  }
  return toNotifications(await getAccount(ctx));
}
