import { and, eq, isNotNull } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { accounts } from "./schema/index.ts";

export async function hasPassword(db: D1Database, userId: string): Promise<boolean> {
  const account = await drizzle(db)
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(eq(accounts.userId, userId), eq(accounts.providerId, "credential"), isNotNull(accounts.password)),
    )
    .get();
  return account !== undefined;
}
