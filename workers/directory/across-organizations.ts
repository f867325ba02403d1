import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";
import { tagStatements } from "./tag-statements.ts";

/** Everything that may look at rows of more than one organization, and why. */
export const reasons = [
  "the organizations of one person",
  "the invitations of one address",
  "an invitation by its id",
  "organizations that are due",
  "data keys to wrap anew",
  "logs to verify",
  "the organization of a customer in Stripe",
  "billing accounts to compare with Stripe",
  "differences in billing",
  "listings that are due to be counted",
  "billing accounts that time changes",
  "billing changes that nobody was told of",
  "the operator's console",
  "organizations to roll up",
] as const;
type Reason = (typeof reasons)[number];

export const ACROSS_ORGANIZATIONS = "across organizations: ";

/** For what no single organization can be named for: to read only. Each statement carries its reason. */
export function acrossOrganizations(
  db: D1Database,
  reason: Reason,
): Pick<DrizzleD1Database, "select" | "selectDistinct" | "batch"> {
  return drizzle(tagStatements(db, `${ACROSS_ORGANIZATIONS}${reason}`));
}
