import { and, eq, gt } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { verifications } from "./schema/index.ts";

/** Whose sign-in waits for a code, or whose password a link replaces, by what better-auth keeps that under. */
export async function findAwaited(db: D1Database, identifier: string): Promise<string | null> {
  const isOpen = and(eq(verifications.identifier, identifier), gt(verifications.expiresAt, new Date()));
  const row = await drizzle(db)
    .select({ userId: verifications.value })
    .from(verifications)
    .where(isOpen)
    .get();
  return row?.userId ?? null;
}
