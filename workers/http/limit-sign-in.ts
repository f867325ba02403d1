import { waitUntil } from "cloudflare:workers";
import { createHash } from "node:crypto";
import { createMiddleware } from "hono/factory";
import { z } from "zod";
import { consumeRate, forgetRate } from "#directory/consume-rate.ts";
import { getNow } from "#lib/get-now.ts";
import type { HonoEnv } from "./hono.ts";
import { warnOfFailedSignIns } from "./warn-of-failed-sign-ins.ts";

const RATE = { requests: 5, seconds: 60, growing: true };
const Body = z.object({ email: z.string() });

/**
 * Guards what a guesser would call, per account and address together: a stranger elsewhere cannot lock the owner out,
 * and the owner's success clears what the owner mistyped.
 */
export const limitSignIn = createMiddleware<HonoEnv>(async (c, next) => {
  if (c.req.method !== "POST") return next();
  const body = Body.safeParse(
    await c.req.raw
      .clone()
      .json()
      .catch(() => null),
  ).data;
  const account = body?.email.trim().toLowerCase() ?? "";
  const address = c.req.header("cf-connecting-ip") ?? "";
  const key = `auth/${createHash("sha256").update(`${account} ${address}`).digest("base64url")}`;
  const now = await getNow(c.env);
  await consumeRate(c.env.DB, key, RATE, now);
  await next();
  if (!c.req.path.endsWith("/sign-in/email")) return;
  if (c.res.status === 200) await forgetRate(c.env.DB, key);
  if (c.res.status === 401) waitUntil(warnOfFailedSignIns(c.env, { email: account, address, now }));
});
