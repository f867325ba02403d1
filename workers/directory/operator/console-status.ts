import { sql } from "drizzle-orm";
import { billingAccounts, organizations, usageRollups } from "../schema/index.ts";

/** Where an organization stands, in one word: what the operator did to it comes before what it paid. */
export const consoleStatuses = [
  "provisioning",
  "trialing",
  "free",
  "active",
  "past_due",
  "suspended",
  "archived",
  "deleting",
] as const;
export type ConsoleStatus = (typeof consoleStatuses)[number];

export const consoleStatus = sql<ConsoleStatus>`case
  when ${organizations.state} <> 'active' then ${organizations.state}
  when ${organizations.suspendedAt} is not null then 'suspended'
  else coalesce(${billingAccounts.status}, 'free') end`;

/** Of the 30 days up to today, as rolled up. */
export const callsSince = (day: string) => sql<number>`(select coalesce(sum(rolled.calls), 0)
  from ${usageRollups} as rolled where rolled.organization_id = ${organizations.id} and rolled.day >= ${day})`;

const DAY_MS = 86_400_000;
const DAYS = 30;

/** The first of the 30 days that end today. */
export const toFirstDay = (now: number) => new Date(now - (DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
