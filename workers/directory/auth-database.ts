import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { drizzle } from "drizzle-orm/d1";
import { accounts, sessions, twoFactors, users, verifications } from "./schema/index.ts";
import { tagStatements } from "./tag-statements.ts";

export const LIBRARY_STATEMENTS = "better-auth";

/** Our tables under better-auth's names for them. */
export function toAuthDatabase(db: D1Database) {
  return drizzleAdapter(drizzle(tagStatements(db, LIBRARY_STATEMENTS)), {
    provider: "sqlite",
    schema: {
      user: users,
      session: sessions,
      account: accounts,
      verification: verifications,
      twoFactor: twoFactors,
    },
  });
}
