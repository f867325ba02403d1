import { waitUntil } from "cloudflare:workers";
import { createHash } from "node:crypto";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { z } from "zod";
import { consumeRate, forgetRate } from "#directory/consume-rate.ts";
import { toCookieOptions } from "#directory/cookies.ts";
import { findAwaited } from "#directory/find-awaited.ts";
import { getConfig } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import type { HonoEnv } from "./hono.ts";
import { readNetwork } from "./read-network.ts";
import { warnOfFailedSignIns } from "./warn-of-failed-sign-ins.ts";

const AUTH = "/api/v1/auth/";
const RATE = { requests: 5, seconds: 60, growing: true };
/** Going to a provider guesses nothing. */
const PROVIDER_RATE = { requests: 60, seconds: 60 };

/** Where the form says whose account it is. */
const byEmail =
  /^(sign-in\/email|sign-in\/magic-link|sign-up\/email|request-password-reset|send-verification-email)$/;
/** Where the session, the sign-in that waits for a code or the token of a link says so, whatever the form does. */
const byAccount = /^(change-email|change-password|link-social|unlink-account|reset-password|two-factor\/.*)$/;
/** Where a success shows who it was; the others answer everybody alike. */
const clearing =
  /^(sign-in\/email|change-password|link-social|unlink-account|reset-password|two-factor\/.*)$/;

const Body = z.object({ email: z.string().catch(""), token: z.string().optional() }).catch({ email: "" });

/**
 * Guards what a guesser would call, per account and network together: a stranger elsewhere cannot lock the owner out,
 * nor one beside them who asks for other accounts, and the owner's success clears what the owner mistyped.
 */
export const limitSignIn = createMiddleware<HonoEnv>(async (c, next) => {
  if (c.req.method !== "POST") return next();
  const path = c.req.path.slice(AUTH.length);
  const address = readNetwork(c.req.raw.headers);
  const now = await getNow(c.env);
  if (path === "sign-in/social") {
    await consumeRate(c.env.DB, toKey("providers", address), PROVIDER_RATE, now);
    return next();
  }
  if (!byEmail.test(path) && !byAccount.test(path)) return next();
  const account = await findAccount(c, path);
  const key = toKey("auth", `${account} ${address}`);
  await consumeRate(c.env.DB, key, RATE, now);
  await next();
  if (c.res.status === 200 && clearing.test(path)) await forgetRate(c.env.DB, key);
  if (c.res.status !== 401 || account === "") return;
  const userAgent = c.req.header("user-agent");
  waitUntil(
    warnOfFailedSignIns(c.env, { account, address, now, userAgent, ip: c.req.header("cf-connecting-ip") }),
  );
});

const toKey = (kind: string, text: string) =>
  `${kind}/${createHash("sha256").update(text).digest("base64url")}`;

/** An e-mail address or a user's id; nothing for a request that no account's owner would make. */
async function findAccount(c: Context<HonoEnv>, path: string): Promise<string> {
  const json: unknown = await c.req.raw
    .clone()
    .json()
    .catch(() => null);
  const { email, token = c.req.query("token") } = Body.parse(json);
  if (byEmail.test(path)) return email.trim().toLowerCase();
  const identifier = path === "reset-password" ? `reset-password:${token}` : readChallenge(c);
  return c.get("signedInAs") ?? (await findAwaited(c.env.DB, identifier)) ?? "";
}

/** What better-auth keeps a sign-in under that waits for a code. Its signature is better-auth's to check. */
function readChallenge(c: Context<HonoEnv>): string {
  const { cookiePrefix } = toCookieOptions(getConfig(c.env).dashboardUrl);
  const value = getCookie(c, `${cookiePrefix}.two_factor`) ?? "";
  return value.slice(0, Math.max(0, value.lastIndexOf(".")));
}
