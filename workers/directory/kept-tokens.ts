import { createHash } from "node:crypto";
import { drizzle } from "drizzle-orm/d1";
import { findAwaited } from "./find-awaited.ts";
import { verifications } from "./schema/index.ts";

/** Longer than the link itself lasts, which better-auth ends after an hour. */
const KEPT_MS = 2 * 3_600_000;

type Kind = "change-email" | "keep-email" | "contested-address";

const toIdentifier = (kind: Kind, token: string) =>
  `${kind}:${createHash("sha256").update(token).digest("base64url")}`;

/** Keeps the hash of an e-mailed token so that it can be taken back (`revokeIssued`). */
export async function keepToken(db: D1Database, kind: Kind, token: string, userId: string): Promise<void> {
  const now = new Date();
  await drizzle(db)
    .insert(verifications)
    .values({
      id: crypto.randomUUID(),
      identifier: toIdentifier(kind, token),
      value: userId,
      expiresAt: new Date(now.getTime() + KEPT_MS),
      createdAt: now,
      updatedAt: now,
    });
}

/** Whose token it is, while it is kept. */
export function findToken(db: D1Database, kind: Kind, token: string): Promise<string | null> {
  return findAwaited(db, toIdentifier(kind, token));
}
