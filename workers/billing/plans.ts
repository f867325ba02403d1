import type { Entitlement } from "#organization/limits/entitlement.ts";

/** What each plan allows. The operator edits this file; prices join it with billing. */
export const plans = {
  free: { toolCalls: 500, apiKeys: 2, connections: 1, members: 1, clientConfigurations: 2, auditDays: 7 },
  starter: {
    toolCalls: 10_000,
    apiKeys: 5,
    connections: 3,
    members: 5,
    clientConfigurations: 10,
    auditDays: 30,
  },
  pro: {
    toolCalls: 100_000,
    apiKeys: 10,
    connections: 10,
    members: 20,
    clientConfigurations: 50,
    auditDays: 90,
  },
  enterprise: {
    toolCalls: 1_000_000,
    apiKeys: 50,
    connections: 50,
    members: 100,
    clientConfigurations: 500,
    auditDays: 365,
  },
} as const satisfies Record<string, Omit<Entitlement, "version" | "plan" | "status" | "burst">>;

export type PlanName = keyof typeof plans;

const BURST = 100;

export function toEntitlement(plan: PlanName, status: Entitlement["status"], version: number): Entitlement {
  return { version, plan, status, ...plans[plan], burst: BURST };
}
