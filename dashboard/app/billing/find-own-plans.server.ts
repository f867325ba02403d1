import type { Args } from "#api.server.ts";
import { findSession } from "#auth/find-session.server.ts";
import { toLastOrganization } from "#last-organization.ts";

/** Where whoever is signed in chooses a plan for their organization; null for everybody else. */
export async function findOwnPlans(args: Args): Promise<string | null> {
  const session = await findSession(args);
  if (session === null) return null;
  const home = toLastOrganization(session);
  return session.organizations.length === 0 ? home : `${home}/billing/plans`;
}
