import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware } from "better-auth/api";
import { and, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { z } from "zod";
import { findToken, keepToken } from "./kept-tokens.ts";
import { accounts, users } from "./schema/index.ts";

const COOKIE = "sign_up";
/** As long as the link that confirms, and a little more. */
const COOKIE_SECONDS = 2 * 3_600;

const Body = z.object({ email: z.string() });
const Answer = z.object({ user: z.object({ id: z.string() }) });

/**
 * Whoever signs up with an address that nobody has confirmed begins anew: what somebody else chose there before, and the
 * links that confirm it, are gone. Nobody can have got in, so nothing else is lost.
 */
export function replaceUnconfirmed(db: D1Database) {
  const matcher = ({ path }: { path?: string }) => path === "/sign-up/email";
  const replace = createAuthMiddleware(async ({ body }) => {
    const email = Body.safeParse(body).data?.email.toLowerCase() ?? "";
    const isWaiting = and(eq(users.email, email), eq(users.emailVerified, false));
    const replaced = await drizzle(db).delete(users).where(isWaiting).returning({ id: users.id });
    if (replaced.length > 0) await keepToken(db, "contested-address", email, email);
  });
  const markBrowser = createAuthMiddleware(async (ctx) => {
    const answer = Answer.safeParse(ctx.context.returned).data;
    if (answer === undefined) return;
    const { name, attributes } = ctx.context.createAuthCookie(COOKIE, { maxAge: COOKIE_SECONDS });
    ctx.setCookie(name, answer.user.id, attributes);
  });
  return {
    id: "replace-unconfirmed",
    hooks: { before: [{ matcher, handler: replace }], after: [{ matcher, handler: markBrowser }] },
  } satisfies BetterAuthPlugin;
}

/**
 * Where two have signed up with one address, its owner may open the other's link: the password behind it stays only if
 * the browser that confirms is the one that chose it. The owner is let in all the same.
 */
export async function dropForeignPassword(
  db: D1Database,
  user: { id: string; email: string },
  headers?: Headers,
): Promise<void> {
  if (headers?.get("cookie")?.includes(`${COOKIE}=${user.id}`)) return;
  if ((await findToken(db, "contested-address", user.email)) === null) return;
  const isPassword = and(eq(accounts.userId, user.id), eq(accounts.providerId, "credential"));
  await drizzle(db).delete(accounts).where(isPassword);
}
