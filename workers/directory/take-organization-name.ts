import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { users } from "./schema/index.ts";

/** The name that the user gave at sign-up, once: whoever takes it finds it gone the next time. */
export async function takeOrganizationName(db: D1Database, userId: string): Promise<string | null> {
  const orm = drizzle(db);
  const mine = eq(users.id, userId);
  const [read] = await orm.batch([
    orm.select({ name: users.organizationName }).from(users).where(mine),
    orm.update(users).set({ organizationName: null }).where(mine),
  ]);
  return read[0]?.name ?? null;
}
