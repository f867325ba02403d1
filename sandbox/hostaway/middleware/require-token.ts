import { createMiddleware } from "hono/factory";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { HostawayFail } from "#sandbox/hostaway/envelope.ts";
import type { Token } from "#sandbox/hostaway/tokens.ts";

export const bearerOf = (c: HostawayContext) =>
  /^Bearer (.+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];

export const requireToken = createMiddleware<HostawayEnv>(async (c, next) => {
  const { clock, hostaway } = c.env.world;
  const token = hostaway.tokens.find(bearerOf(c) ?? "");
  const account = token && hostaway.accounts.find(token.accountId);
  const { deadTokenStatus, tokenDelayMs } = c.var.settings;
  const refuse = (reason: string) => new HostawayFail(deadTokenStatus, `Access denied: ${reason}`);
  if (!token || !account) throw refuse("invalid token");
  const problem = problemWith(token, clock.now(), tokenDelayMs);
  if (problem) throw refuse(problem);
  c.set("account", account);
  await next();
});

function problemWith(token: Token, now: number, delayMs: number): string | undefined {
  if (token.isRevoked) return "invalid token, it was revoked";
  if (now < token.mintedAt + delayMs) return "invalid token, it cannot be used yet";
  if (now >= token.expiresAt) return "the token has expired";
  return undefined;
}
