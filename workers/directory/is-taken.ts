import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { users } from "./schema/index.ts";

/** Whether somebody signs in with this address, or waits to. */
export async function isTaken(db: D1Database, email: string): Promise<boolean> {
  const isTheirs = eq(users.email, email.toLowerCase());
  const user = await drizzle(db).select({ id: users.id }).from(users).where(isTheirs).get();
  return user !== undefined;
}
