import { z } from "zod";

/** What an organization may do now. Billing writes it, with a version that grows; the object obeys the newest. */
export const Entitlement = z.object({
  version: z.int().nonnegative(),
  plan: z.string(),
  status: z.enum(["active", "trialing", "past_due", "suspended"]),
  /** Billable tool calls per period. */
  toolCalls: z.int().nonnegative(),
  apiKeys: z.int().nonnegative(),
  connections: z.int().nonnegative(),
  /** People, invited ones counted. */
  members: z.int().nonnegative().default(1),
  /** An entitlement that was stored before there were any says nothing of it: the least of the plans. */
  clientConfigurations: z.int().nonnegative().default(2),
  /** Listings that are served, the oldest first; null: all. */
  listings: z.int().nonnegative().nullable().default(null),
  readOnly: z.boolean().default(false),
  /** What happens beyond the quota: calls are refused, or billed. */
  overage: z.enum(["refuse", "bill"]).default("refuse"),
  /** Percentages of the quota at which people hear of it. */
  alertThresholds: z.array(z.int().positive()).default([80, 90, 100]),
  /** Outgoing webhooks. */
  webhookEndpoints: z.int().nonnegative().default(0),
  /** A moment at which a period began: all begin on that day of the month, at midnight UTC. Null: on the first. */
  periodAnchor: z.number().nullable().default(null),
  /** How long audit rows stay; the most of the plans where nothing is said of it, since what is deleted is gone. */
  auditDays: z.int().positive().default(365),
  /** Tool calls per key in any ten seconds. */
  burst: z.int().positive(),
});
export type Entitlement = z.infer<typeof Entitlement>;
