import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { verifications } from "./schema/index.ts";

/** Takes back all that is out for a person: links for a new password or address, sign-ins that wait for a code, devices that skip it. */
export async function revokeIssued(db: D1Database, userId: string): Promise<void> {
  await drizzle(db).delete(verifications).where(eq(verifications.value, userId));
}
