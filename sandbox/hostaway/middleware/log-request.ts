import { createMiddleware } from "hono/factory";
import { type HostawayEnv, pathOf } from "#sandbox/hostaway/context.ts";
import type { LoggedRequest } from "#sandbox/hostaway/request-log.ts";

export const logRequest = createMiddleware<HostawayEnv>(async (c, next) => {
  const { token, client_secret, ...query } = c.req.query();
  const entry: LoggedRequest = {
    account: c.var.claimedAccount,
    method: c.req.method,
    path: pathOf(c),
    query,
    status: null,
    at: new Date(c.env.world.clock.now()).toISOString(),
  };
  c.env.world.hostaway.requests.add(entry);
  await next();
  entry.status = c.res.status;
});
