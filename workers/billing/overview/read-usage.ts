import { eq } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { organizations } from "#directory/schema/index.ts";
import { placeCount } from "#directory/team/invitation.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { getPeriod } from "#organization/limits/period.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import type { BillingContext } from "../billing-context.ts";

/** What plans limit and people count. */
export const limitNames = [
  "toolCalls",
  "members",
  "apiKeys",
  "connections",
  "clientConfigurations",
  "webhookEndpoints",
] as const;
export type LimitName = (typeof limitNames)[number];

/** How much of each there is now. */
export type Usage = Record<LimitName, number>;

const toDay = (at: number) => new Date(at).toISOString().slice(0, 10);

export async function readUsage({ env, id, now }: BillingContext): Promise<Usage> {
  const organization = getOrganization(env, id);
  const period = getPeriod(throwReceipt(await organization.getEntitlement()), now);
  const { orm } = forOrganization(env.DB, id);
  const [members, usage, keys, connections, clients, webhooks] = await Promise.all([
    orm
      .select({ count: placeCount(id, Math.floor(now)) })
      .from(organizations)
      .where(eq(organizations.id, id))
      .get(),
    organization.listUsage({ from: toDay(period.start), to: toDay(period.end - 1) }),
    organization.listKeys(),
    organization.listConnections(),
    organization.listClientConfigurations(),
    organization.listOutgoingWebhooks(),
  ]);
  return {
    toolCalls: throwReceipt(usage).totals.billable,
    members: members?.count ?? 0,
    // One that was replaced and still works takes no place.
    apiKeys: throwReceipt(keys).filter(({ graceUntil }) => graceUntil === null).length,
    connections: throwReceipt(connections).length,
    clientConfigurations: throwReceipt(clients).length,
    webhookEndpoints: throwReceipt(webhooks).length,
  };
}
