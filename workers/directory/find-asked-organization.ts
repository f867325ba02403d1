import { and, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { users } from "./schema/index.ts";

/** The name of the organization that a new user asked for and still waits for. Nobody gets one on an unconfirmed address. */
export async function findAskedOrganization(db: D1Database, userId: string): Promise<string | null> {
  const isTheirs = and(eq(users.id, userId), eq(users.emailVerified, true));
  const user = await drizzle(db).select({ name: users.organizationName }).from(users).where(isTheirs).get();
  return user?.name ?? null;
}
