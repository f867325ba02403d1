import { z } from "zod";

/** What an organization may do now. Billing writes it, with a version that grows; the object obeys the newest. */
export const Entitlement = z.object({
  version: z.int().nonnegative(),
  plan: z.string(),
  status: z.enum(["active", "trialing", "past_due", "suspended"]),
  /** Billable tool calls per calendar month, UTC. */
  toolCalls: z.int().nonnegative(),
  apiKeys: z.int().nonnegative(),
  connections: z.int().nonnegative(),
  /** People, invited ones counted. */
  members: z.int().nonnegative().default(1),
  /** An entitlement that was stored before there were any says nothing of it: the least of the plans. */
  clientConfigurations: z.int().nonnegative().default(2),
  /** How long audit rows stay; the most of the plans where nothing is said of it, since what is deleted is gone. */
  auditDays: z.int().positive().default(365),
  /** Tool calls per key in any ten seconds. */
  burst: z.int().positive(),
});
export type Entitlement = z.infer<typeof Entitlement>;

export interface Period {
  /** First and last moment plus one, milliseconds since the epoch. */
  start: number;
  end: number;
}

export function getPeriod(now: number): Period {
  const date = new Date(now);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { start: Date.UTC(year, month, 1), end: Date.UTC(year, month + 1, 1) };
}
