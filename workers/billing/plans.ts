import type { Entitlement } from "#organization/limits/entitlement.ts";

/** What each plan allows. The operator edits this file; prices join it with billing. */
export const plans = {
  free: { toolCalls: 500, apiKeys: 2, connections: 1 },
  starter: { toolCalls: 10_000, apiKeys: 5, connections: 3 },
  pro: { toolCalls: 100_000, apiKeys: 10, connections: 10 },
  enterprise: { toolCalls: 1_000_000, apiKeys: 50, connections: 50 },
} as const satisfies Record<string, Pick<Entitlement, "toolCalls" | "apiKeys" | "connections">>;

export type PlanName = keyof typeof plans;

const BURST = 100;

export function toEntitlement(plan: PlanName, status: Entitlement["status"], version: number): Entitlement {
  return { version, plan, status, ...plans[plan], burst: BURST };
}
