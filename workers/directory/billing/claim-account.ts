import { asc, inArray } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import type { OrgId } from "#ids.ts";
import { trialClaims } from "../schema/index.ts";

interface Claim {
  /** The account under each secret of the key ring, the newest first. */
  hashes: string[];
  claimedBy: OrgId;
  now: number;
}

/** Whose trial an upstream account belongs to: whoever claimed it first, for good. It is kept under the newest secret from now on. */
export async function claimAccount(db: D1Database, { hashes, claimedBy, now }: Claim): Promise<string> {
  const [newest] = hashes;
  if (newest === undefined) throw new Error("An account without a hash.");
  const orm = drizzle(db);
  const findFirst = () =>
    orm
      .select()
      .from(trialClaims)
      .where(inArray(trialClaims.accountHash, hashes))
      .orderBy(asc(trialClaims.claimedAt))
      .limit(1)
      .get();
  const { claimedBy: owner, claimedAt } = (await findFirst()) ?? { claimedBy, claimedAt: Math.floor(now) };
  await orm
    .insert(trialClaims)
    .values({ accountHash: newest, claimedBy: owner, claimedAt })
    .onConflictDoNothing();
  return (await findFirst())?.claimedBy ?? owner;
}
