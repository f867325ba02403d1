import { and, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import type { OrgId } from "#ids.ts";
import { members } from "./schema/index.ts";

/** The role of a user in an organization as it is now; null for a stranger. */
export async function findMemberRole(
  db: D1Database,
  organization: OrgId,
  userId: string,
): Promise<string | null> {
  const isTheirs = and(eq(members.organizationId, organization), eq(members.userId, userId));
  const member = await drizzle(db).select({ role: members.role }).from(members).where(isTheirs).get();
  return member?.role ?? null;
}
