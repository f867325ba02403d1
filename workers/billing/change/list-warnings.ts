import type { BillingContext } from "../billing-context.ts";
import { type LimitName, limitNames, readUsage } from "../overview/read-usage.ts";
import type { PaidPlan } from "../paid-plan.ts";
import { plans } from "../plans.ts";

export interface Warning {
  limit: LimitName;
  used: number;
  allowed: number;
  message: string;
}

const nouns = {
  toolCalls: "tool calls a month",
  members: "members, invited people counted",
  apiKeys: "API keys",
  connections: "connections",
  clientConfigurations: "client configurations",
  webhookEndpoints: "webhook endpoints",
} as const satisfies Record<LimitName, string>;

/** What the organization has more of than the plan allows. Nothing is taken away; nothing is added until it fits again. */
export async function listWarnings(ctx: BillingContext, plan: PaidPlan): Promise<Warning[]> {
  const usage = await readUsage(ctx);
  const { name, limits } = plans[plan];
  return limitNames.flatMap((limit) => {
    const [used, allowed] = [usage[limit], limits[limit]];
    if (used <= allowed) return [];
    const message = `${name} has room for ${allowed} ${nouns[limit]}, and ${used} are in use.`;
    return [{ limit, used, allowed, message }];
  });
}
