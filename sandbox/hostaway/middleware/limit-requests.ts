import { createMiddleware } from "hono/factory";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { failure, HostawayFail } from "#sandbox/hostaway/envelope.ts";
import type { Budget } from "#sandbox/limiter.ts";

export const limitRequests = createMiddleware<HostawayEnv>(async (c, next) => {
  const { clock, hostaway } = c.env.world;
  const wait = hostaway.limiter.admit(budgetsOf(c), clock.now());
  if (wait === 0) return next();
  const refusal = failure(
    new HostawayFail(
      429,
      "Your application made too many requests in a short time and exceeded the rate limit",
    ),
    c.var.settings,
  );
  if (c.var.settings.retryAfter) refusal.headers.set("Retry-After", String(Math.ceil(wait / 1000)));
  return refusal;
});

function budgetsOf(c: HostawayContext): Budget[] {
  const { ipLimit, accountLimit, limitWindowMs: windowMs } = c.var.settings;
  const ip = c.req.header("CF-Connecting-IP") ?? "local";
  const account = c.var.claimedAccount;
  return [
    ...(ipLimit === null ? [] : [{ key: `ip ${ip}`, limit: ipLimit, windowMs }]),
    ...(accountLimit === null || account === null
      ? []
      : [{ key: `account ${account}`, limit: accountLimit, windowMs }]),
  ];
}
