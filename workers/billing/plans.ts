/** What each plan costs and allows. The operator edits this file, and `npm run stripe:setup` takes the prices to Stripe. */
export interface Plan {
  name: string;
  summary: string;
  /** Cents, in USD; null: nothing to pay. */
  base: { month: number; year: number } | null;
  /** Cents per active listing and month; null: listings cost nothing. */
  perListing: number | null;
  /** Cents per thousand tool calls beyond the quota, where the organization has chosen to pay for them. */
  overagePerThousand: number | null;
  /** How many days after a failed payment the keys still work. */
  graceDays: number;
  limits: PlanLimits;
}

export interface PlanLimits {
  /** Tool calls per month. */
  toolCalls: number;
  /** Listings that are served, the oldest first; null: all. */
  listings: number | null;
  readOnly: boolean;
  /** People, invited ones counted. */
  members: number;
  apiKeys: number;
  connections: number;
  clientConfigurations: number;
  webhookEndpoints: number;
  /** How long audit rows stay. */
  auditDays: number;
}

export const plans = {
  free: {
    name: "Free",
    summary: "Look around: two listings, read only.",
    base: null,
    perListing: null,
    overagePerThousand: null,
    graceDays: 0,
    limits: {
      toolCalls: 500,
      listings: 2,
      readOnly: true,
      members: 1,
      apiKeys: 2,
      connections: 1,
      clientConfigurations: 2,
      webhookEndpoints: 0,
      auditDays: 7,
    },
  },
  starter: {
    name: "Starter",
    summary: "All of your listings, reading and writing, for a small team.",
    base: null,
    perListing: 500,
    overagePerThousand: 200,
    graceDays: 0,
    limits: {
      toolCalls: 10_000,
      listings: null,
      readOnly: false,
      members: 5,
      apiKeys: 5,
      connections: 3,
      clientConfigurations: 10,
      webhookEndpoints: 2,
      auditDays: 30,
    },
  },
  pro: {
    name: "Pro",
    summary: "For teams who let assistants work all day.",
    base: { month: 4_900, year: 49_000 },
    perListing: 500,
    overagePerThousand: 100,
    graceDays: 0,
    limits: {
      toolCalls: 100_000,
      listings: null,
      readOnly: false,
      members: 20,
      apiKeys: 10,
      connections: 10,
      clientConfigurations: 50,
      webhookEndpoints: 5,
      auditDays: 90,
    },
  },
  enterprise: {
    name: "Enterprise",
    summary: "For large portfolios, with a lower price per listing.",
    base: { month: 29_900, year: 299_000 },
    perListing: 400,
    overagePerThousand: 50,
    graceDays: 0,
    limits: {
      toolCalls: 1_000_000,
      listings: null,
      readOnly: false,
      members: 100,
      apiKeys: 50,
      connections: 50,
      clientConfigurations: 500,
      webhookEndpoints: 20,
      auditDays: 365,
    },
  },
} as const satisfies Record<string, Plan>;

export type PlanName = keyof typeof plans;

/** From the least to the most. */
export const planNames = ["free", "starter", "pro", "enterprise"] as const satisfies PlanName[];

/** What a new organization gets without a card. */
export const trial = { plan: "starter", days: 14 } as const;

export function isPlanName(name: string | null): name is PlanName {
  return name !== null && Object.hasOwn(plans, name);
}
