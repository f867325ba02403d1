import { and, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { users } from "./schema/index.ts";

/** Whether somebody has confirmed this address. */
export async function isVerified(db: D1Database, email: string): Promise<boolean> {
  const isTheirs = and(eq(users.email, email.toLowerCase()), eq(users.emailVerified, true));
  const user = await drizzle(db).select({ id: users.id }).from(users).where(isTheirs).get();
  return user !== undefined;
}
